/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The floors that the window's answer to a key is measured against.
 *
 * usage: key-floor echo ROWS.tsv       every key sets one label
 *        key-floor painted ROWS.tsv    one widget paints the rows that fit: name, code, definition
 *        key-floor light N ROWS.tsv    a list view of N rows of one widget each, filled anew on every key */

#include <adwaita.h>

#include <string.h>

#define ROW_HEIGHT 44

static GPtrArray *texts; /* (element-type GStrv) name, code, definition */
static guint n_rows;
static guint shift;
static const char *what;

static void
paint_text (GtkWidget *widget,
            GtkSnapshot *snapshot,
            const char *text,
            gboolean bold,
            int width,
            int x,
            int y)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  GdkRGBA color;

  if (bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
paint_row (GtkWidget *widget, GtkSnapshot *snapshot, guint number, int y)
{
  char **row = g_ptr_array_index (texts, (number + shift) % texts->len);
  int width = gtk_widget_get_width (widget);

  paint_text (widget, snapshot, row[0], TRUE, width - 150, 8, y);
  paint_text (widget, snapshot, row[1], FALSE, 120, width - 130, y);
  paint_text (widget, snapshot, row[2], FALSE, width - 16, 8, y + 20);
}

/* A row of the list view, or all of them, by its number. */
typedef struct
{
  GtkWidget parent_instance;
  guint number; /* G_MAXUINT: all that fit */
} FloorRow;

typedef GtkWidgetClass FloorRowClass;

static GType floor_row_get_type (void);
G_DEFINE_TYPE (FloorRow, floor_row, GTK_TYPE_WIDGET)

static void
floor_row_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? ROW_HEIGHT : 200;
  *minimum_baseline = *natural_baseline = -1;
}

static void
floor_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FloorRow *self = (FloorRow *) widget;

  if (self->number != G_MAXUINT)
    paint_row (widget, snapshot, self->number, 2);
  else
    for (guint i = 0; (int) i * ROW_HEIGHT < gtk_widget_get_height (widget); i++)
      paint_row (widget, snapshot, i, (int) i * ROW_HEIGHT + 2);
}

static void
floor_row_class_init (FloorRowClass *klass)
{
  klass->measure = floor_row_measure;
  klass->snapshot = floor_row_snapshot;
}

static void
floor_row_init (FloorRow *self)
{
  self->number = G_MAXUINT;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, g_object_new (floor_row_get_type (), NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  FloorRow *row = (FloorRow *) gtk_list_item_get_child (item);

  row->number = gtk_list_item_get_position (item);
  gtk_widget_queue_draw (GTK_WIDGET (row));
}

static GListModel *
make_model (void)
{
  GListStore *store = g_list_store_new (G_TYPE_OBJECT);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GObject) item = g_object_new (G_TYPE_OBJECT, NULL);

      g_list_store_append (store, item);
    }
  return G_LIST_MODEL (store);
}

static void
changed_cb (GtkEditable *editable, GtkWidget *answer)
{
  shift += 7;
  if (GTK_IS_LABEL (answer))
    {
      g_autofree char *text = g_strdup_printf ("%u", shift);

      gtk_label_set_text (GTK_LABEL (answer), text);
    }
  else if (GTK_IS_LIST_VIEW (answer))
    {
      GtkNoSelection *model = GTK_NO_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (answer)));
      g_autoptr (GListModel) fresh = make_model ();

      gtk_no_selection_set_model (model, fresh);
    }
  else
    gtk_widget_queue_draw (answer);
}

static void
activate_cb (GtkApplication *application, gpointer user_data)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *answer;
  GtkWidget *shown;

  if (g_str_equal (what, "light"))
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      answer =
          gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (make_model ())), factory);
      shown = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (shown), answer);
    }
  else
    shown = answer = g_str_equal (what, "echo") ? gtk_label_new ("0")
                                                : g_object_new (floor_row_get_type (), NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), entry);
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), answer);
  gtk_box_append (GTK_BOX (box), header);
  gtk_widget_set_vexpand (shown, TRUE);
  gtk_box_append (GTK_BOX (box), shown);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_widget_grab_focus (entry);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  if (argc < 3 || !g_file_get_contents (argv[argc - 1], &content, NULL, NULL))
    {
      g_printerr ("usage: key-floor echo|painted|light [N] ROWS.tsv\n");
      return 2;
    }
  what = argv[1];
  n_rows = argc > 3 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  lines = g_strsplit (g_strchomp (content), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (texts, g_strsplit (lines[i], "\t", 3));

  application = adw_application_new ("com.example.JobGuide.Floor", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
