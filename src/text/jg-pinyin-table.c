/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pinyin-table.h"

/* Characters that are read in more than one way in the names of occupations, trades and places,
 * where tones are left aside. ICU knows one reading of each, and for 银行, 调酒, 会计, 音乐, 长途, 校对,
 * 地质 or 模具 it is the wrong one. A query may spell any of the readings. */
static const struct
{
  gunichar character;
  const char *readings;
} table[] = {
  /* In order of code point. */
  /* clang-format off */
  { 0x4e50, "le|yue" }, /* 乐 */
  { 0x4e58, "cheng|sheng" }, /* 乘 */
  { 0x4e86, "le|liao" }, /* 了 */
  { 0x4ec0, "shen|shi" }, /* 什 */
  { 0x4ed4, "zi|zai" }, /* 仔 */
  { 0x4f1a, "hui|kuai" }, /* 会 */
  { 0x4f20, "chuan|zhuan" }, /* 传 */
  { 0x4f2f, "bo|bai" }, /* 伯 */
  { 0x4f3a, "ci|si" }, /* 伺 */
  { 0x4f3c, "si|shi" }, /* 似 */
  { 0x4f5b, "fo|fu" }, /* 佛 */
  { 0x4fbf, "bian|pian" }, /* 便 */
  { 0x516d, "liu|lu" }, /* 六 */
  { 0x5228, "pao|bao" }, /* 刨 */
  { 0x524a, "xue|xiao" }, /* 削 */
  { 0x5265, "bo|bao" }, /* 剥 */
  { 0x52b2, "jin|jing" }, /* 劲 */
  { 0x52b5, "quan|juan" }, /* 劵, printed for 券 */
  { 0x52d2, "le|lei" }, /* 勒 */
  { 0x5319, "chi|shi" }, /* 匙 */
  { 0x5355, "dan|shan|chan" }, /* 单 */
  { 0x535c, "bu|bo" }, /* 卜 */
  { 0x5361, "ka|qia" }, /* 卡 */
  { 0x53a6, "sha|xia" }, /* 厦 */
  { 0x53c2, "can|shen|cen" }, /* 参 */
  { 0x53f6, "ye|xie" }, /* 叶 */
  { 0x5413, "xia|he" }, /* 吓 */
  { 0x5426, "fou|pi" }, /* 否 */
  { 0x5458, "yuan|yun" }, /* 员 */
  { 0x548c, "he|huo|hu" }, /* 和 */
  { 0x5496, "ka|ga" }, /* 咖 */
  { 0x54bd, "yan|ye" }, /* 咽 */
  { 0x56bc, "jiao|jue" }, /* 嚼 */
  { 0x56e4, "tun|dun" }, /* 囤 */
  { 0x5708, "quan|juan" }, /* 圈 */
  { 0x5730, "di|de" }, /* 地 */
  { 0x57cb, "mai|man" }, /* 埋 */
  { 0x5821, "bao|pu|bu" }, /* 堡 */
  { 0x585e, "sai|se" }, /* 塞 */
  { 0x58f3, "ke|qiao" }, /* 壳 */
  { 0x5927, "da|dai" }, /* 大 */
  { 0x5939, "jia|ga" }, /* 夹 */
  { 0x5947, "qi|ji" }, /* 奇 */
  { 0x5bbf, "su|xiu" }, /* 宿 */
  { 0x5c09, "wei|yu" }, /* 尉 */
  { 0x5c3a, "chi|che" }, /* 尺 */
  { 0x5c3e, "wei|yi" }, /* 尾 */
  { 0x5c4f, "ping|bing" }, /* 屏 */
  { 0x5c5e, "shu|zhu" }, /* 属 */
  { 0x5dee, "cha|chai|ci" }, /* 差 */
  { 0x5df7, "xiang|hang" }, /* 巷 */
  { 0x5e62, "chuang|zhuang" }, /* 幢 */
  { 0x5ea6, "du|duo" }, /* 度 */
  { 0x5f04, "nong|long" }, /* 弄 */
  { 0x5f39, "dan|tan" }, /* 弹 */
  { 0x5f3a, "qiang|jiang" }, /* 强 */
  { 0x5f97, "de|dei" }, /* 得 */
  { 0x6076, "e|wu" }, /* 恶 */
  { 0x6241, "bian|pian" }, /* 扁 */
  { 0x624e, "zha|za" }, /* 扎 */
  { 0x6252, "ba|pa" }, /* 扒 */
  { 0x6298, "zhe|she" }, /* 折 */
  { 0x62b9, "mo|ma" }, /* 抹 */
  { 0x62d3, "ta|tuo" }, /* 拓 */
  { 0x62e9, "ze|zhai" }, /* 择 */
  { 0x63d0, "ti|di" }, /* 提 */
  { 0x6512, "cuan|zan" }, /* 攒 */
  { 0x6570, "shu|shuo" }, /* 数 */
  { 0x66b4, "bao|pu" }, /* 暴 */
  { 0x66dd, "bao|pu" }, /* 曝 */
  { 0x671d, "chao|zhao" }, /* 朝 */
  { 0x671f, "qi|ji" }, /* 期 */
  { 0x6749, "shan|sha" }, /* 杉 */
  { 0x67cf, "bai|bo" }, /* 柏 */
  { 0x67e5, "cha|zha" }, /* 查 */
  { 0x6816, "qi|xi" }, /* 栖 */
  { 0x6821, "xiao|jiao" }, /* 校 */
  { 0x6838, "he|hu" }, /* 核 */
  { 0x6a21, "mo|mu" }, /* 模 */
  { 0x6ca1, "mei|mo" }, /* 没 */
  { 0x6cca, "bo|po" }, /* 泊 */
  { 0x6ccc, "mi|bi" }, /* 泌 */
  { 0x6f84, "cheng|deng" }, /* 澄 */
  { 0x7011, "pu|bao" }, /* 瀑 */
  { 0x7094, "que" }, /* 炔 */
  { 0x70ae, "pao|bao" }, /* 炮 */
  { 0x70d9, "lao|luo" }, /* 烙 */
  { 0x719f, "shu|shou" }, /* 熟 */
  { 0x722a, "zhua|zhao" }, /* 爪 */
  { 0x7387, "lv|lu|shuai" }, /* 率 */
  { 0x7422, "zhuo|zuo" }, /* 琢 */
  { 0x755c, "chu|xu" }, /* 畜 */
  { 0x756a, "fan|pan" }, /* 番 */
  { 0x7684, "de|di" }, /* 的 */
  { 0x76d6, "gai|ge" }, /* 盖 */
  { 0x76db, "sheng|cheng" }, /* 盛 */
  { 0x7701, "sheng|xing" }, /* 省 */
  { 0x7740, "zhe|zhuo|zhao" }, /* 着 */
  { 0x77f3, "shi|dan" }, /* 石 */
  { 0x7985, "chan|shan" }, /* 禅 */
  { 0x79cd, "zhong|chong" }, /* 种 */
  { 0x79d8, "mi|bi" }, /* 秘 */
  { 0x79f0, "cheng|chen" }, /* 称 */
  { 0x7a3d, "ji|qi" }, /* 稽 */
  { 0x7c98, "zhan|nian" }, /* 粘 */
  { 0x7cfb, "xi|ji" }, /* 系 */
  { 0x7ea4, "xian|qian" }, /* 纤 */
  { 0x7ed9, "gei|ji" }, /* 给 */
  { 0x7efc, "zong|zeng" }, /* 综 */
  { 0x7eff, "lv|lu" }, /* 绿 */
  { 0x7fdf, "zhai|di" }, /* 翟 */
  { 0x8109, "mai|mo" }, /* 脉 */
  { 0x812f, "pu|fu" }, /* 脯 */
  { 0x81ed, "chou|xiu" }, /* 臭 */
  { 0x8272, "se|shai" }, /* 色 */
  { 0x8304, "qie|jia" }, /* 茄 */
  { 0x843d, "luo|la|lao" }, /* 落 */
  { 0x8513, "man|wan" }, /* 蔓 */
  { 0x8584, "bo|bao" }, /* 薄 */
  { 0x85cf, "cang|zang" }, /* 藏 */
  { 0x8679, "hong|jiang" }, /* 虹 */
  { 0x868c, "beng|bang" }, /* 蚌 */
  { 0x8840, "xue|xie" }, /* 血 */
  { 0x884c, "xing|hang|heng" }, /* 行 */
  { 0x88f3, "shang|chang" }, /* 裳 */
  { 0x89c1, "jian|xian" }, /* 见 */
  { 0x89c9, "jue|jiao" }, /* 觉 */
  { 0x89d2, "jiao|jue" }, /* 角 */
  { 0x89e3, "jie|xie" }, /* 解 */
  { 0x8bc6, "shi|zhi" }, /* 识 */
  { 0x8bf4, "shuo|shui" }, /* 说 */
  { 0x8c03, "diao|tiao" }, /* 调 */
  { 0x8c37, "gu|yu" }, /* 谷 */
  { 0x8d3e, "jia|gu" }, /* 贾 */
  { 0x8f66, "che|ju" }, /* 车 */
  { 0x8f67, "ya|zha|ga" }, /* 轧 */
  { 0x8f9f, "bi|pi" }, /* 辟 */
  { 0x8fd8, "hai|huan" }, /* 还 */
  { 0x8feb, "po|pai" }, /* 迫 */
  { 0x90fd, "dou|du" }, /* 都 */
  { 0x9175, "jiao|xiao" }, /* 酵 */
  { 0x91cd, "zhong|chong" }, /* 重 */
  { 0x94a5, "yao|yue" }, /* 钥 */
  { 0x94c5, "qian|yan" }, /* 铅 */
  { 0x957f, "chang|zhang" }, /* 长 */
  { 0x963f, "a|e" }, /* 阿 */
  { 0x9646, "lu|liu" }, /* 陆 */
  { 0x964d, "jiang|xiang" }, /* 降 */
  { 0x9676, "tao|yao" }, /* 陶 */
  { 0x9732, "lu|lou" }, /* 露 */
  { 0x9f9f, "gui|jun|qiu" }, /* 龟 */
  /* clang-format on */
};

/* Looks up a reviewed character. Returns (transfer none) (nullable) its readings without tones, the
 * most common one first, separated by "|", ü written v; NULL for one that is not in the table. */
const char *
jg_pinyin_table_lookup (gunichar c)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (table);

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (table[middle].character == c)
        return table[middle].readings;
      if (table[middle].character < c)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}
