package org.mingzhang.web.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Region;
import org.mingzhang.model.TableData;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.render.Amounts;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.render.PersonalData;
import org.mingzhang.web.source.PortalSources;

/** A document: {@code /d/DOCUMENT?view=&v=}. */
public final class DocumentPage implements Handler {
  private static final List<String> VIEWS =
      List.of("outline", "tables", "indicators", "figures", "findings", "versions");

  /**
   * An indicator row with its links.
   *
   * @param anchor {@code i12}
   * @param row the row
   * @param address its section
   * @param score points earned of 100 possible, or -1
   * @param metClass {@code met}, {@code missed} or {@code unknown}
   * @param opensTable whether it is the first of its table and project
   */
  public record IndicatorRow(
      String anchor,
      Indicator row,
      String address,
      int score,
      String metClass,
      boolean opensTable) {}

  /**
   * A figure with its links.
   *
   * @param anchor {@code f3}
   * @param figure the figure
   * @param address its section
   * @param amount in 万元 with two decimals
   */
  public record FigureRow(String anchor, Figure figure, String address, String amount) {}

  /**
   * A table with its links.
   *
   * @param index place in the document
   * @param table the table
   * @param address its section
   * @param numeric whether each column holds numbers
   */
  public record TableView(int index, TableData table, String address, List<Boolean> numeric) {}

  private final Pages pages;
  private final PortalSources sources;
  private final DocumentLookup lookup;
  private final PersonalData personal;
  private final Citations citations;

  /** Shows documents of the archive. */
  public DocumentPage(Pages pages, PortalSources sources, PersonalData personal) {
    this.pages = pages;
    this.sources = sources;
    this.lookup = new DocumentLookup(sources.archive());
    this.personal = personal;
    this.citations = new Citations(pages, sources);
  }

  @Override
  public void handle(Context ctx) {
    Parameters parameters = Pages.parameters(ctx);
    ArchivedDisclosure document = lookup.document(ctx.pathParam("document"), parameters.text("v"));
    String wanted = parameters.text("view", VIEWS.getFirst());
    String view = VIEWS.contains(wanted) ? wanted : VIEWS.getFirst();
    Links links = pages.links(ctx);
    boolean newest = lookup.newest(document.version());
    String version = newest ? "" : Links.prefix(document.version().sha256());
    Map<String, Object> model = new HashMap<>(content(document, view, links, version));
    String permalink = citations.permalink(ctx, document);
    model.put("newest", newest);
    model.put("view", view);
    model.put("permalink", permalink);
    model.put("tabs", tabs(document, view, pages.labels(ctx), links, version));
    model.put("citation", citations.document(document, permalink));
    model.put("citePath", Links.permalink(document.id()) + "/cite");
    model.put("citeVersion", version.isEmpty() ? "" : "&v=" + version);
    pages.show(ctx, "document", head(document, permalink), model);
  }

  private Map<String, Object> content(
      ArchivedDisclosure document, String view, Links links, String version) {
    Map<String, Object> model = new HashMap<>();
    model.put("document", document);
    model.put("facts", DocumentFacts.of(document));
    Region region = document.disclosure().metadata().region();
    model.put(
        "regionAddress",
        region == null ? "" : links.page(RegionLinks.standard().of(region.path())));
    model.put("evidence", document.disclosure().metadata().evidence());
    model.put("warnings", document.disclosure().warnings());
    model.put("outline", Outline.of(document, links, "", version, -1, List.of()));
    model.put(
        "keyFigures", view.equals("outline") ? keyFigures(document, links, version) : List.of());
    model.put(
        "topFindings",
        view.equals("outline") ? findings(document).stream().limit(3).toList() : List.of());
    model.put("tables", view.equals("tables") ? tables(document, links, version) : List.of());
    model.put(
        "indicators", view.equals("indicators") ? indicators(document, links, version) : List.of());
    model.put("figures", view.equals("figures") ? figures(document, links, version) : List.of());
    model.put("findings", view.equals("findings") ? findings(document) : List.of());
    model.put("versions", sources.archive().versions(document.id()));
    return model;
  }

  private List<ResultsPage.Choice> tabs(
      ArchivedDisclosure document, String view, Labels labels, Links links, String version) {
    Disclosure disclosure = document.disclosure();
    Map<String, Integer> counts =
        Map.of(
            "outline", disclosure.sections().size(),
            "tables", disclosure.tables().size(),
            "indicators", disclosure.indicators().size(),
            "figures", disclosure.figures().size(),
            "findings", disclosure.findings().size(),
            "versions", sources.archive().versions(document.id()).size());
    List<ResultsPage.Choice> tabs = new ArrayList<>();
    for (String name : VIEWS) {
      String path =
          new org.mingzhang.web.address.QueryString()
              .add("view", name.equals("outline") ? null : name)
              .add("v", version)
              .on(Links.permalink(document.id()));
      tabs.add(
          new ResultsPage.Choice(
              labels.text("document." + name),
              Amounts.count(counts.getOrDefault(name, 0)),
              links.page(path),
              name.equals(view)));
    }
    return tabs;
  }

  private static String section(
      ArchivedDisclosure document, String path, Links links, String version) {
    int index = FindingView.find(document, path);
    return index < 0
        ? links.document(document.id())
        : links.section(document.id(), document.sectionIds().get(index), "", version);
  }

  private List<TableView> tables(ArchivedDisclosure document, Links links, String version) {
    List<TableView> views = new ArrayList<>();
    for (TableData table : document.disclosure().tables()) {
      views.add(
          new TableView(
              views.size(),
              masked(table),
              section(document, table.section(), links, version),
              numeric(table)));
    }
    return views;
  }

  private TableData masked(TableData table) {
    return new TableData(
        table.section(),
        table.title(),
        table.unit(),
        table.page(),
        table.header(),
        table.rows().stream().map(r -> r.stream().map(personal::of).toList()).toList(),
        table.rowPages());
  }

  /** A column holds numbers if most of its cells that are not empty do. */
  private static List<Boolean> numeric(TableData table) {
    List<Boolean> numeric = new ArrayList<>();
    for (int column = 0; column < table.header().size(); column++) {
      int at = column;
      List<String> cells =
          table.rows().stream()
              .filter(r -> at < r.size() && !r.get(at).isBlank())
              .map(r -> r.get(at))
              .toList();
      long numbers = cells.stream().filter(Amounts::numeric).count();
      numeric.add(!cells.isEmpty() && numbers * 2 > cells.size());
    }
    return numeric;
  }

  private static List<IndicatorRow> indicators(
      ArchivedDisclosure document, Links links, String version) {
    List<IndicatorRow> rows = new ArrayList<>();
    String before = "";
    for (Indicator row : document.disclosure().indicators()) {
      String table = row.section() + "|" + row.table() + "|" + row.project();
      rows.add(
          new IndicatorRow(
              "i" + rows.size(),
              row,
              section(document, row.section(), links, version),
              HitView.score(row.score(), row.weight()),
              Labels.id(row.met()),
              !table.equals(before)));
      before = table;
    }
    return rows;
  }

  private static List<FigureRow> figures(ArchivedDisclosure document, Links links, String version) {
    List<FigureRow> rows = new ArrayList<>();
    for (Figure figure : document.disclosure().figures()) {
      rows.add(
          new FigureRow(
              "f" + rows.size(),
              figure,
              section(document, figure.section(), links, version),
              Amounts.tenThousands(figure.yuan().orElse(null))));
    }
    return rows;
  }

  /** What nearly every document states, once each, for the year of the document. */
  private static List<FigureRow> keyFigures(
      ArchivedDisclosure document, Links links, String version) {
    Integer year = document.disclosure().metadata().year();
    List<FigureRow> all = figures(document, links, version);
    return KeyFigures.NAMES.stream()
        .flatMap(
            name ->
                all.stream()
                    .filter(r -> r.figure().name().equals(name) && r.figure().item() == null)
                    .filter(r -> Objects.equals(r.figure().year(), year))
                    .limit(1))
        .toList();
  }

  private static List<FindingView> findings(ArchivedDisclosure document) {
    List<FindingView> views = new ArrayList<>();
    for (Finding finding : document.disclosure().findings()) {
      views.add(FindingView.of(document, finding, views.size()));
    }
    return views;
  }

  private static PageHead head(ArchivedDisclosure document, @Nullable String permalink) {
    return new PageHead(
        DocumentFacts.title(document),
        "",
        true,
        Links.permalink(document.id()),
        null,
        StructuredData.document(document, permalink == null ? "" : permalink));
  }
}
