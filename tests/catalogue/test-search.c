/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "jg-pinyin.h"
#include "jg-search-private.h"
#include "jg-text.h"

/* A small catalogue of our own, so that the order of every answer can be written down. */
static const struct
{
  const char *id;
  const char *code;
  const char *name;
  const char *status;
  const char *successors;
} occupations[] = {
  { "occ.marketer", "4-01-02-07", "互联网营销师", "current", "" },
  { "occ.courier", "4-02-07-10", "网约配送员", "current", "" },
  { "occ.industrial", "2-02-10-13", "工业互联网工程技术人员", "current", "" },
  { "occ.credit", "4-05-01-02", "银行信贷员", "current", "" },
  { "occ.drone", "6-23-03-15", "无人机装调检修工", "current", "" },
  { "occ.carer", "4-14-01-02", "健康照护师", "current", "" },
  { "occ.epidemic", "4-14-04-01", "防疫员", "current", "" },
  { "occ.disinfect", "4-14-04-02", "消毒员", "current", "" },
  { "occ.assistant", "4-14-04-00", "公共卫生辅助服务员", "cancelled",
    "occ.epidemic\x1f"
    "occ.disinfect" },
  { "occ.corrosion", "6-11-01-06", "腐蚀控制工", "current", "" },
  { "occ.driver", "4-02-01-01", "轨道列车司机", "current", "" },
};

static const struct
{
  const char *occupation;
  JgSearchField field;
  int position;
  const char *text;
} rows[] = {
  { "occ.marketer", JG_SEARCH_CODE, 2022, "4-01-06-02" },
  { "occ.credit", JG_SEARCH_CODE, 2022, "4-14-01-02" }, /* invented: a code that means two things */
  { "occ.carer", JG_SEARCH_FORMER_CODE, 1, "4-14-01-00" },
  { "occ.corrosion", JG_SEARCH_FORMER_NAME, 0, "防腐蚀工" },
  { "occ.marketer", JG_SEARCH_WORK_TYPE, 0, "直播销售员" },
  { "occ.assistant", JG_SEARCH_WORK_TYPE, 0, "消杀工" },
  { "occ.assistant", JG_SEARCH_WORK_TYPE, 1, "防疫员" }, /* raised to an occupation */
  { "occ.marketer", JG_SEARCH_ALIAS, 0, "带货" },
  { "occ.marketer", JG_SEARCH_ALIAS, 1, "直播带货" },
  { "occ.courier", JG_SEARCH_ALIAS, 0, "送外卖" },
  { "occ.courier", JG_SEARCH_ALIAS, 1, "配送" },
  { "occ.industrial", JG_SEARCH_ALIAS, 0, "工业ＡＰＰ开发" },
  { "occ.industrial", JG_SEARCH_ALIAS, 1, "AI" },
  { "occ.marketer", JG_SEARCH_DEFINITION, 0,
    "在数字化信息平台上，运用网络的交互性与传播公信力，对企业产品进行营销推广的人员。" },
  { "occ.carer", JG_SEARCH_DEFINITION, 0,
    "运用基本医学护理知识与技能，在家庭、医院、社区等场所，为照护对象提供健康照护及生活照料的人员"
    "。" },
  { "occ.marketer", JG_SEARCH_TASK, 1, "研究数字化平台的用户定位和运营方式；" },
  { "occ.courier", JG_SEARCH_TASK, 1, "接收、验视客户从网络平台提出的配送订单；" },
  { "occ.courier", JG_SEARCH_TASK, 2, "将订单物品递送至指定地点；" },
  { "occ.carer", JG_SEARCH_TASK, 1, "照护老年人生活起居、清洁卫生、睡眠、日常活动；" },
};

static const char *const synonyms[][2] = {
  { "保姆", "照护老年人" },
  { "送报", "递送至\x1f指定地点" },
  { "it", "网络平台" },
};

typedef struct
{
  sqlite3 *db;
  JgSearch *search;
} Fixture;

static void
run (sqlite3 *db, const char *sql, const char *const *values)
{
  sqlite3_stmt *stmt;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  for (int i = 0; values != NULL && values[i] != NULL; i++)
    sqlite3_bind_text (stmt, i + 1, *values[i] != '\0' ? values[i] : NULL, -1, SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
  sqlite3_finalize (stmt);
}

static void
add_row (sqlite3 *db, const char *occupation, JgSearchField field, int position, const char *text)
{
  g_autofree char *norm = jg_text_normalize_compact (text);
  g_autofree char *field_text = g_strdup_printf ("%d", field);
  g_autofree char *position_text = g_strdup_printf ("%d", position);
  g_autofree char *pinyin = field >= JG_SEARCH_NAME && field <= JG_SEARCH_ALIAS
                                ? jg_pinyin_syllables (text)
                                : g_strdup ("");

  run (db, "INSERT INTO search_raw VALUES (?, CAST(? AS INTEGER), CAST(? AS INTEGER), ?, ?, ?)",
       (const char *[]){ occupation, field_text, position_text, text, norm, pinyin, NULL });
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (sqlite3_open (":memory:", &fixture->db), ==, SQLITE_OK);
  run (fixture->db,
       "CREATE TABLE occupation (id, code, edition, name, status, provenance, definition, "
       "successors)",
       NULL);
  run (fixture->db, "CREATE TABLE search_raw (occupation, field, position, text, norm, pinyin)",
       NULL);
  run (fixture->db,
       "CREATE TABLE search_entry (number INTEGER PRIMARY KEY, occupation UNIQUE, code, edition,"
       " name, status, provenance, definition, successors)",
       NULL);
  run (fixture->db,
       "CREATE TABLE search_field (id INTEGER PRIMARY KEY, tier, entry, text, norm, pinyin, "
       "borders)",
       NULL);
  run (fixture->db,
       "CREATE TABLE search_gram (gram, first, rows, PRIMARY KEY (gram, first)) WITHOUT ROWID",
       NULL);
  run (fixture->db, "CREATE TABLE search_meta (key, value)", NULL);
  run (fixture->db, "CREATE TABLE elsewhere (text)", NULL);
  run (fixture->db, "INSERT INTO elsewhere VALUES ('宠物配送'), ('送外卖')", NULL);
  run (fixture->db, "CREATE TABLE synonym (text, means)", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (occupations); i++)
    {
      run (fixture->db, "INSERT INTO occupation VALUES (?, ?, '2020', ?, ?, 'official', NULL, ?)",
           (const char *[]){ occupations[i].id, occupations[i].code, occupations[i].name,
                             occupations[i].status, occupations[i].successors, NULL });
      add_row (fixture->db, occupations[i].id, JG_SEARCH_CODE, 0, occupations[i].code);
      add_row (fixture->db, occupations[i].id, JG_SEARCH_NAME, 0, occupations[i].name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (fixture->db, rows[i].occupation, rows[i].field, rows[i].position, rows[i].text);
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    run (fixture->db, "INSERT INTO synonym VALUES (?, ?)",
         (const char *[]){ synonyms[i][0], synonyms[i][1], NULL });

  g_assert_true (jg_search_write (fixture->db));
  fixture->search = jg_search_new_from_db (fixture->db);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->search);
  g_assert_cmpint (sqlite3_close (fixture->db), ==, SQLITE_OK);
}

/* One hit as "marketer:alias:直播[带货]", a near one with "~" before it. */
static char *
describe (const JgSearchHit *hit)
{
  g_autoptr (GString) text = g_string_new (hit->text);

  if (hit->hit_start >= 0)
    {
      g_assert_cmpint (hit->hit_start, <, hit->hit_end);
      g_assert_cmpint (hit->hit_end, <=, (int) text->len);
      g_string_insert_c (text, hit->hit_end, ']');
      g_string_insert_c (text, hit->hit_start, '[');
    }
  else
    g_assert_cmpint (hit->hit_end, ==, -1);

  return g_strdup_printf ("%s%s:%s:%s", hit->near ? "~" : "", hit->occupation->id + strlen ("occ."),
                          jg_search_field_nick (hit->field), text->str);
}

static const struct
{
  const char *query;
  const char *hits;
} queries[] = {
  /* codes, in every writing */
  { "4-01-02-07", "marketer:code:[4-01-02-07]" },
  { "４－０１－02—07", "marketer:code:[4-01-02-07]" },
  { "4010207", "marketer:code:[4-01-02-07]" },
  { "4-02", "driver:code:[4-02]-01-01 courier:code:[4-02]-07-10" },
  { "4-14-01-00", "carer:former-code:[4-14-01-00]" },
  { "4-01-06-02", "marketer:code:[4-01-06-02]" },
  { "4-14-01-02", "carer:code:[4-14-01-02] credit:code:[4-14-01-02]" },
  { "4-99", "" },
  /* a cancelled occupation comes behind its successors */
  { "4-14-04-00", "epidemic:former-code:[4-14-04-00] disinfect:former-code:[4-14-04-00] "
                  "assistant:code:[4-14-04-00]" },
  { "公共卫生辅助服务员", "epidemic:former-name:[公共卫生辅助服务员] "
                          "disinfect:former-name:[公共卫生辅助服务员] "
                          "assistant:name:[公共卫生辅助服务员]" },
  { "4-14-04",
    "epidemic:code:[4-14-04]-01 disinfect:code:[4-14-04]-02 assistant:code:[4-14-04]-00" },
  { "防疫员", "epidemic:name:[防疫员]" },
  { "消杀工", "assistant:work-type:[消杀工]" },
  /* names and their parts */
  { "互联网营销师", "marketer:name:[互联网营销师]" },
  { "互聯網營銷師", "marketer:name:[互联网营销师]" },
  { "互联网", "marketer:name:[互联网]营销师 industrial:name:工业[互联网]工程技术人员" },
  { "防腐蚀工", "corrosion:former-name:[防腐蚀工]" },
  { "直播销售员", "marketer:work-type:[直播销售员]" },
  { "带货", "marketer:alias:[带货]" },
  { "配送", "courier:name:网约[配送]员" },
  { "app", "industrial:alias:工业[ＡＰＰ]开发" },
  { "员", "epidemic:name:防疫[员] disinfect:name:消毒[员] courier:name:网约配送[员] "
          "credit:name:银行信贷[员] assistant:name:公共卫生辅助服务[员] "
          "industrial:name:工业互联网工程技术人[员] marketer:work-type:直播销售[员] "
          "carer:definition:"
          "运用基本医学护理知识与技能，在家庭、医院、社区等场所，为照护对象提供健康照护及"
          "生活照料的人[员]。" },
  /* pinyin */
  { "hlwyxs", "marketer:initials:[互联网营销师]" },
  { "hulianwang", "marketer:pinyin:[互联网]营销师 industrial:pinyin:工业[互联网]工程技术人员" },
  { "hulwang", "marketer:pinyin:[互联网]营销师 industrial:pinyin:工业[互联网]工程技术人员" },
  { "yinhang", "credit:pinyin:[银行]信贷员" },
  { "zhuāng tiáo", "drone:pinyin:无人机[装调]检修工" },
  { "daihuo", "marketer:pinyin:[带货]" },
  { "swm", "courier:initials:[送外卖]" },
  { "hwl", "" },
  /* sentences of the notices */
  { "公信力", "marketer:definition:在数字化信息平台上，运用网络的交互性与传播[公信力]"
              "，对企业产品进行营销推广的"
              "人员。" },
  { "验视", "courier:task:接收、[验视]客户从网络平台提出的配送订单；" },
  /* several words: all of them, in any field */
  { "营销 平台", "marketer:name:互联网[营销]师" },
  { "营销，老年人", "~marketer:name:互联网[营销]师" },
  { "  带货！ ", "marketer:alias:[带货]" },
  /* names and aliases inside a sentence; the longest counts */
  { "我想在家做直播带货", "marketer:alias:[直播带货]" },
  { "送外卖和带货都行", "courier:alias:[送外卖] marketer:alias:[带货]" },
  { "银行信贷员招聘", "credit:name:[银行信贷员]" },
  { "学AI的", "industrial:alias:[AI]" },
  { "xmainx", "" },
  /* near ones, and nothing at all */
  { "互连网营销师", "~marketer:name:[互联网营销师]" },
  { "互连网", "~marketer:name:[互联网]营销师 ~industrial:name:工业[互联网]工程技术人员" },
  { "互联网营业师", "~marketer:name:互联网营销师" },
  { "火车司机", "~driver:name:轨道列车司机" },
  { "hulianwnag", "~marketer:name:互联网营销师" },
  { "hulianwangyinxiaoshi", "marketer:pinyin:[互联网营销师]" },
  { "huliamwang", "~marketer:name:互联网营销师" },
  { "hulam", "" },
  { "保姆", "~carer:task:[照护老年人]生活起居、清洁卫生、睡眠、日常活动；" },
  { "想找送报的活", "~courier:task:将订单物品[递送至]指定地点；" },
  { "律师", "" },
  { "厨师", "" },
  { "it", "~courier:task:接收、验视客户从[网络平台]提出的配送订单；" },
  { "xitx", "" },
  { "", "" },
  { " ，！", "" },
  { "%_'\"\\", "" },
  { "\xff\xfe", "" },
};

static void
test_queries (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) hits = jg_search_query (fixture->search, queries[i].query, 0);
      g_autoptr (GPtrArray) again = jg_search_query (fixture->search, queries[i].query, 0);
      g_autoptr (GString) seen = g_string_new (NULL);

      g_assert_cmpuint (hits->len, ==, again->len);
      for (guint j = 0; j < hits->len; j++)
        {
          g_autofree char *hit = describe (g_ptr_array_index (hits, j));
          g_autofree char *hit_again = describe (g_ptr_array_index (again, j));

          g_assert_cmpstr (hit, ==, hit_again);
          g_string_append_printf (seen, "%s%s", j > 0 ? " " : "", hit);
        }
      if (strcmp (seen->str, queries[i].hits) != 0)
        g_printerr ("query %s\n", queries[i].query);
      g_assert_cmpstr (seen->str, ==, queries[i].hits);
    }
}

static void
test_edition (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) codes = jg_search_query (fixture->search, "4-14-01-02", 0);
  g_autoptr (GPtrArray) names = jg_search_query (fixture->search, "健康照护师", 0);

  g_assert_cmpuint (codes->len, ==, 2);
  g_assert_cmpstr (((JgSearchHit *) codes->pdata[0])->edition, ==, "2020");
  g_assert_cmpstr (((JgSearchHit *) codes->pdata[1])->edition, ==, "2022");
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_null (((JgSearchHit *) names->pdata[0])->edition);
}

static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) two = jg_search_query (fixture->search, "员", 2);
  g_autofree char *first = NULL;

  g_assert_cmpuint (two->len, ==, 2);
  first = describe (two->pdata[0]);
  g_assert_cmpstr (first, ==, "epidemic:name:防疫[员]");
}

/* No query crashes, hits twice, or marks what is not there. */
static void
test_any_query (Fixture *fixture, gconstpointer data)
{
  static const char *const pieces[] = { "4",  "-",  "01", "互联网", "互",   "连", "营",     "带货",
                                        " ",  "，", "hu", "lw",     "ＡＰ", "Ｐ", "\u200b", "員",
                                        "𠮷", "ü",  "'",  "%",      "\n",   "é" };
  GRand *rand = g_rand_new_with_seed (20201030);

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) query = g_string_new (NULL);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GPtrArray) hits = NULL;
      int n = g_rand_int_range (rand, 0, 7);

      for (int i = 0; i < n; i++)
        g_string_append (query, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      hits = jg_search_query (fixture->search, query->str, 0);
      for (guint i = 0; i < hits->len; i++)
        {
          const JgSearchHit *hit = g_ptr_array_index (hits, i);

          g_assert_true (g_hash_table_add (seen, hit->occupation->id));
          if (hit->hit_start >= 0)
            g_assert_true (
                g_utf8_validate (hit->text + hit->hit_start, hit->hit_end - hit->hit_start, NULL));
        }
    }
  g_rand_free (rand);
}

/* A name or alias inside a longer query is what was asked for only where the words around it leave it
 * what it is. */
static void
test_part_of_other_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    gboolean near;
  } cases[] = {
    { "做配送", FALSE },         /* alone */
    { "做配送招聘", FALSE },     /* what follows says nothing of the work */
    { "找配送的活", FALSE },     /* likewise */
    { "做配送打包", TRUE },      /* another work */
    { "分配送达", TRUE },        /* 分配|送达 */
    { "宠物配送", TRUE },        /* said to be elsewhere */
    { "我会宠物配送", TRUE },    /* likewise, in a sentence */
    { "帮人送外卖打包", TRUE },  /* 送外卖 is short too */
    { "学直播带货打包", FALSE }, /* a longer alias stands for itself */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) hits = jg_search_query (fixture->search, cases[i].query, 0);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpuint (hits->len, >, 0);
      g_assert_cmpint (((JgSearchHit *) hits->pdata[0])->near, ==, cases[i].near);
    }
}

/* The characters of an alias with a few others between them. */
static void
test_loose (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = jg_search_query (fixture->search, "直播间带好货", 0);
  g_autoptr (GPtrArray) apart = jg_search_query (fixture->search, "直播间里认识的人带我买货", 0);
  g_autofree char *first = NULL;

  g_assert_cmpuint (hits->len, >, 0);
  first = describe (hits->pdata[0]);
  g_assert_cmpstr (first, ==, "~marketer:alias:[直播带货]");
  for (guint i = 0; i < apart->len; i++)
    g_assert_cmpstr (((JgSearchHit *) apart->pdata[i])->text, !=, "直播带货");
}

/* A pasted page of text is cut, not worked through. */
static void
test_long_query (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (2000000, 'a');
  g_autoptr (GPtrArray) hits = jg_search_query (fixture->search, text, 0);

  g_assert_cmpuint (hits->len, ==, 0);
}

/* Any bytes: no crash, nothing slow, and every hit can be shown. */
static void
test_any_bytes (Fixture *fixture, gconstpointer data)
{
  static const char *const pieces[] = { "\u202e",
                                        "\u2066",
                                        "\U0001f600",
                                        "\U0001f468\u200d\U0001f469",
                                        "\xed\xa0\x80",
                                        "\xff",
                                        "互联网",
                                        "a",
                                        "1",
                                        "\u0301",
                                        "\t" };
  GRand *rand = g_rand_new_with_seed (20200225);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) query = g_string_new (NULL);
      g_autoptr (GPtrArray) hits = NULL;
      gint64 start;
      int n = round % 50 == 0 ? 200000 : g_rand_int_range (rand, 0, 40);

      for (int i = 0; i < n; i++)
        if (round % 2 == 0)
          g_string_append (query, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
        else
          g_string_append_c (query, (char) g_rand_int_range (rand, 0, 256));
      start = g_get_monotonic_time ();
      hits = jg_search_query (fixture->search, query->str, 40);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
      for (guint i = 0; i < hits->len; i++)
        {
          g_autofree char *hit = describe (hits->pdata[i]);

          g_assert_true (g_utf8_validate (hit, -1, NULL));
        }
    }
  g_rand_free (rand);
}

/* A hit across a word border comes behind one on a border and is not sure by itself. */
static void
test_borders (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) across = jg_search_query (fixture->search, "行营", 0);

  g_assert_cmpuint (across->len, ==, 1);
  g_assert_true (((JgSearchHit *) across->pdata[0])->near);
}

static const JgSearchHit *
get_first (JgSearch *search, const char *query, GPtrArray **hits)
{
  g_clear_pointer (hits, g_ptr_array_unref);
  *hits = jg_search_query (search, query, 0);
  return (*hits)->len > 0 ? (*hits)->pdata[0] : NULL;
}

/* In the catalogue that ships: each current occupation is the first hit for its code, with and
 * without hyphens, and for its name; a cancelled one is the last of those its code gives; and the
 * letters of each name find it. */
static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCatalogue) catalogue = jg_catalogue_open_default (&error);
  g_autoptr (JgSearch) search = NULL;
  g_autoptr (GPtrArray) occupations_shipped = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_no_error (error);
  search = jg_search_new (catalogue);
  occupations_shipped = jg_catalogue_list_occupations (catalogue, NULL, NULL);
  g_assert_cmpuint (occupations_shipped->len, >=, 44);

  for (guint i = 0; i < occupations_shipped->len; i++)
    {
      const JgOccupationSummary *occupation = occupations_shipped->pdata[i];
      gboolean current = strcmp (occupation->status, "current") == 0;
      g_auto (GStrv) groups = g_strsplit (occupation->code, "-", -1);
      g_autofree char *digits = g_strjoinv ("", groups);
      g_autofree char *pinyin = jg_pinyin_syllables (occupation->name);
      g_autoptr (GString) letters = g_string_new (NULL);
      g_autoptr (GString) initials = g_string_new (NULL);
      const char *queries_exact[] = { occupation->code, digits, occupation->name };
      const char *queries_pinyin[2];

      for (const char *p = pinyin; *p != '\0'; p += strcspn (p, " "), p += *p == ' ')
        {
          g_string_append_len (letters, p, (gssize) strcspn (p, "| "));
          g_string_append_c (initials, *p);
        }
      queries_pinyin[0] = letters->str;
      queries_pinyin[1] = initials->str;

      for (guint j = 0; j < G_N_ELEMENTS (queries_exact); j++)
        {
          const JgSearchHit *hit = get_first (search, queries_exact[j], &hits);

          g_assert_nonnull (hit);
          if (!current)
            {
              g_assert_cmpuint (hits->len, >, 1);
              g_assert_cmpstr (hit->occupation->status, ==, "current");
              hit = hits->pdata[hits->len - 1];
            }
          g_assert_cmpstr (hit->occupation->id, ==, occupation->id);
          g_assert_false (hit->near);
        }
      for (guint j = 0; j < G_N_ELEMENTS (queries_pinyin); j++)
        {
          gboolean found = FALSE;

          get_first (search, queries_pinyin[j], &hits);
          for (guint k = 0; k < hits->len && !found; k++)
            found = strcmp (((JgSearchHit *) hits->pdata[k])->occupation->id, occupation->id) == 0;
          g_test_message ("%s %s", occupation->id, queries_pinyin[j]);
          g_assert_true (found);
        }
    }

  g_assert_cmpstr (get_first (search, "送外卖", &hits)->occupation->code, ==, "4-02-07-10");
  g_assert_cmpstr (get_first (search, "带货", &hits)->occupation->code, ==, "4-01-02-07");
  g_assert_cmpstr (get_first (search, "防疫员", &hits)->occupation->name, ==, "防疫员");
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_null (get_first (search, "律师", &hits));
  g_ptr_array_unref (g_steal_pointer (&hits));

  hits = jg_search_query_texts (search, "就業", JG_SEARCH_DOCUMENTS, 3);
  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_nonnull (strstr (((JgSearchText *) hits->pdata[0])->title, "就业"));
  g_ptr_array_unref (g_steal_pointer (&hits));
  hits = jg_search_query_texts (search, "培訓補貼", JG_SEARCH_MEASURES, 0);
  g_assert_cmpuint (hits->len, >, 3);
  g_assert_nonnull (strstr (((JgSearchText *) hits->pdata[0])->text, "培训补贴"));
  g_assert_cmpuint (jg_search_count_texts (search, "培訓補貼", JG_SEARCH_MEASURES), ==, hits->len);
  for (guint i = 0; i < hits->len; i++)
    {
      const JgSearchText *text = hits->pdata[i];
      g_autofree char *marked =
          g_strndup (text->text + text->hit_start, (gsize) (text->hit_end - text->hit_start));

      g_assert_cmpint (text->hit_start, >=, 0);
      g_assert_cmpstr (marked, ==, "培训补贴");
      g_assert_cmpint (text->in_title, ==, strcmp (text->text, text->title) == 0);
    }
  g_assert_cmpuint (jg_search_count_texts (search, "补", JG_SEARCH_MEASURES), ==, 0);
}

static void
test_fields (void)
{
  for (int field = JG_SEARCH_CODE; field <= JG_SEARCH_TASK; field++)
    {
      g_assert_cmpint (*jg_search_field_nick ((JgSearchField) field), !=, '\0');
      g_assert_true (jg_text_has_han (jg_search_field_label ((JgSearchField) field)));
    }
  g_assert_cmpstr (jg_search_field_nick (JG_SEARCH_FORMER_CODE), ==, "former-code");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/catalogue/search/queries", test_queries);
  ADD ("/catalogue/search/edition", test_edition);
  ADD ("/catalogue/search/limit", test_limit);
  ADD ("/catalogue/search/any-query", test_any_query);
  ADD ("/catalogue/search/part-of-other-words", test_part_of_other_words);
  ADD ("/catalogue/search/loose", test_loose);
  ADD ("/catalogue/search/long-query", test_long_query);
  ADD ("/catalogue/search/any-bytes", test_any_bytes);
  ADD ("/catalogue/search/borders", test_borders);
  g_test_add_func ("/catalogue/search/shipped", test_shipped);
  g_test_add_func ("/catalogue/search/fields", test_fields);
#undef ADD

  return g_test_run ();
}
