package org.mingzhang.web.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactAnchors;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Figure;
import org.mingzhang.model.FindingGap;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.finding.CrossDocumentFindingFinder;
import org.mingzhang.web.finding.FindingView;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.render.Labels;

/**
 * The rows of one document as a file: indicators, figures, facts or findings, {@code
 * /d/DOCUMENT/figures.csv}, {@code .xlsx} or {@code .jsonl}. Columns have the names of {@link
 * ExportColumns}.
 */
public final class DocumentRowsFileHandler {
  /** A column of the file with the function that reads its value from a row. */
  private record FileColumn<T>(String name, Function<T, ? extends @Nullable Object> value) {}

  private static final List<FileColumn<Indicator>> INDICATORS =
      List.of(
          new FileColumn<>("page", Indicator::page),
          new FileColumn<>("table", Indicator::tableCaption),
          new FileColumn<>("project", Indicator::project),
          new FileColumn<>("goal", Indicator::goal),
          new FileColumn<>("level1", Indicator::level1),
          new FileColumn<>("level2", Indicator::level2),
          new FileColumn<>("level3", Indicator::level3),
          new FileColumn<>("target", Indicator::target),
          new FileColumn<>("actual", Indicator::actual),
          new FileColumn<>("weight", Indicator::weight),
          new FileColumn<>("score", Indicator::score),
          new FileColumn<>("met", i -> Labels.id(i.met())),
          new FileColumn<>("note", Indicator::note));

  private static final List<FileColumn<Figure>> FIGURES =
      List.of(
          new FileColumn<>("page", Figure::page),
          new FileColumn<>("name", Figure::name),
          new FileColumn<>("item", Figure::item),
          new FileColumn<>("code", Figure::code),
          new FileColumn<>("year", Figure::year),
          new FileColumn<>("value", Figure::value),
          new FileColumn<>("unit", Figure::unit),
          new FileColumn<>("amount_yuan", f -> f.yuan().orElse(null)),
          new FileColumn<>("quote", Figure::quote));

  /** A fact with its anchor and one of the locations that state it. */
  private record FactAtLocation(Fact fact, String anchor, FactLocation place) {}

  private static final List<FileColumn<FactAtLocation>> FACTS =
      List.of(
          new FileColumn<>("page", s -> s.place().page()),
          new FileColumn<>("account", s -> s.fact().account()),
          new FileColumn<>("item", s -> s.fact().context().item()),
          new FileColumn<>("code", s -> s.fact().context().code()),
          new FileColumn<>("stage", s -> labelOrNull(s.fact().context().stage(), Stage::label)),
          new FileColumn<>("fund", s -> labelOrNull(s.fact().context().fund(), Fund::label)),
          new FileColumn<>(
              "perimeter", s -> labelOrNull(s.fact().context().perimeter(), Perimeter::label)),
          new FileColumn<>("entity", s -> s.fact().context().entity()),
          new FileColumn<>("fact_year", s -> s.fact().context().year()),
          new FileColumn<>("period", s -> s.fact().context().period()),
          new FileColumn<>("instant", s -> s.fact().context().instant()),
          new FileColumn<>("basis", s -> s.fact().context().basis()),
          new FileColumn<>("kind", s -> s.fact().kind().id()),
          new FileColumn<>("number", s -> s.fact().value()),
          new FileColumn<>("printed", s -> s.fact().printed()),
          new FileColumn<>("unit", s -> s.fact().printedUnit()),
          new FileColumn<>(
              "against_stage",
              s -> mapReferenceValue(s.fact(), Fact.ReferenceAmount::stage, Stage::label)),
          new FileColumn<>(
              "against_year", s -> mapReferenceValue(s.fact(), Fact.ReferenceAmount::year, y -> y)),
          new FileColumn<>(
              "whole", s -> mapReferenceValue(s.fact(), Fact.ReferenceAmount::whole, w -> w)),
          new FileColumn<>("disputed", s -> s.fact().disputed() ? "true" : null),
          new FileColumn<>("start", s -> s.place().start()),
          new FileColumn<>("end", s -> s.place().end()),
          new FileColumn<>("quote", s -> s.place().quote()));

  private static <T> @Nullable String labelOrNull(@Nullable T value, Function<T, String> label) {
    return value == null ? null : label.apply(value);
  }

  /**
   * Converts a component of a fact's reference amount, such as the year with which it is compared,
   * to the value of a cell; null if the fact has no reference amount or no such component.
   */
  private static <T, R> @Nullable R mapReferenceValue(
      Fact fact, Function<Fact.ReferenceAmount, @Nullable T> component, Function<T, R> converter) {
    Fact.ReferenceAmount reference = fact.reference();
    T value = reference == null ? null : component.apply(reference);
    return value == null ? null : converter.apply(value);
  }

  private static final List<FileColumn<FindingView>> FINDINGS =
      List.of(
          new FileColumn<>("page", v -> v.finding().page()),
          new FileColumn<>("rule", v -> v.finding().rule()),
          new FileColumn<>("kind", v -> v.finding().kind().id()),
          new FileColumn<>("severity", FindingView::severity),
          new FileColumn<>("quote", v -> v.finding().quote()),
          new FileColumn<>("stated", v -> v.finding().stated()),
          new FileColumn<>("computed", v -> v.finding().computed()),
          new FileColumn<>("gap_yuan", v -> gapValue(v, FindingGap::yuan)),
          new FileColumn<>("gap_percent", v -> gapValue(v, FindingGap::percent)),
          new FileColumn<>("formula", v -> v.finding().formula()),
          new FileColumn<>("tolerance", v -> v.finding().tolerance()),
          new FileColumn<>("message", v -> v.finding().message()),
          new FileColumn<>("messageEnglish", v -> v.finding().messageEnglish()),
          new FileColumn<>("otherQuote", DocumentRowsFileHandler::quoteOfSecondPlace),
          new FileColumn<>("otherPage", DocumentRowsFileHandler::pageOfSecondPlace),
          new FileColumn<>("otherSection", FindingView::otherSectionHeading),
          new FileColumn<>("otherTitle", FindingView::otherTitle));

  private static @Nullable BigDecimal gapValue(
      FindingView view, Function<FindingGap, @Nullable BigDecimal> component) {
    FindingGap gap = view.finding().gap();
    return gap == null ? null : component.apply(gap);
  }

  private final PageRenderer pages;
  private final DocumentLookup lookup;
  private final CrossDocumentFindingFinder crossDocumentFinder;

  /**
   * Creates an instance that serves documents of the archive.
   *
   * @param crossDocumentFinder finds contradictions with other documents
   */
  public DocumentRowsFileHandler(
      PageRenderer pages, CrossDocumentFindingFinder crossDocumentFinder) {
    this.pages = pages;
    this.lookup = pages.documents();
    this.crossDocumentFinder = crossDocumentFinder;
  }

  /** Sends the rows of the performance tables. */
  public void sendIndicators(Context ctx) throws IOException {
    ArchivedDisclosure document = findDocument(ctx);
    List<Indicator> rows = document.disclosure().indicators();
    write(ctx, document, rows, Indicator::sectionPath, numberAnchors("i", rows), INDICATORS);
  }

  /** Sends the figures of a document as a file, with one row for each. */
  public void sendFigures(Context ctx) throws IOException {
    ArchivedDisclosure document = findDocument(ctx);
    List<Figure> rows = document.disclosure().figures();
    write(ctx, document, rows, Figure::sectionPath, numberAnchors("f", rows), FIGURES);
  }

  /** Sends the facts, with one row for each place that states a fact. */
  public void sendFacts(Context ctx) throws IOException {
    ArchivedDisclosure document = findDocument(ctx);
    List<Fact> facts = document.disclosure().facts();
    List<String> anchors = FactAnchors.computeAnchors(facts).names();
    List<FactAtLocation> rows = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      for (FactLocation location : facts.get(i).locations()) {
        rows.add(new FactAtLocation(facts.get(i), anchors.get(i), location));
      }
    }
    List<String> rowAnchors = rows.stream().map(FactAtLocation::anchor).toList();
    write(ctx, document, rows, s -> s.place().sectionPath(), rowAnchors, FACTS);
  }

  /**
   * Sends the findings of a document; for its newest version also the findings from comparisons
   * with other documents.
   */
  public void sendFindings(Context ctx) throws IOException {
    ArchivedDisclosure document = findDocument(ctx);
    Stream<FindingView> others =
        lookup.isNewest(document.version())
            ? crossDocumentFinder.findAll(document).stream()
            : Stream.empty();
    List<FindingView> all = Stream.concat(FindingView.buildAll(document).stream(), others).toList();
    List<String> anchors = all.stream().map(FindingView::anchor).toList();
    write(
        ctx,
        document,
        all,
        v -> v.finding().sectionPath(),
        anchors,
        v -> v.otherId() == null ? null : v.finding().quote(),
        FINDINGS);
  }

  /** Anchors of rows that are named by their index in the document. */
  private static List<String> numberAnchors(String prefix, List<?> rows) {
    return IntStream.range(0, rows.size()).mapToObj(i -> prefix + i).toList();
  }

  private ArchivedDisclosure findDocument(Context ctx) {
    return lookup.findDocument(ctx.pathParam("document"), PageRenderer.parameters(ctx).text("v"));
  }

  private <T> void write(
      Context ctx,
      ArchivedDisclosure document,
      List<T> rows,
      Function<T, String> section,
      List<String> anchors,
      List<FileColumn<T>> columns)
      throws IOException {
    write(ctx, document, rows, section, anchors, row -> null, columns);
  }

  /**
   * Sends rows.
   *
   * @param quotes for a row whose anchor is not in its section, the quote that the link marks
   *     instead; null for other rows
   */
  private <T> void write(
      Context ctx,
      ArchivedDisclosure document,
      List<T> rows,
      Function<T, String> section,
      List<String> anchors,
      Function<T, @Nullable String> quotes,
      List<FileColumn<T>> columns)
      throws IOException {
    String name = ctx.path().substring(ctx.path().lastIndexOf('/') + 1);
    RowWriter.Format format = parseFormat(name);
    List<String> names = new ArrayList<>(List.of("document", "url", "section"));
    columns.forEach(column -> names.add(column.name()));
    Map<String, Integer> places = indexSections(document);
    String kind = name.substring(0, name.indexOf('.'));
    String origin = pages.origin(ctx);
    new ExportFileSender(ctx, pages, format)
        .write(
            document.id() + "-" + kind,
            pages.labels(ctx).text("document." + (kind.equals("facts") ? "figures" : kind)),
            ExportColumn.findByNames(names),
            sink -> {
              for (int i = 0; i < rows.size(); i++) {
                T row = rows.get(i);
                Integer place = places.get(section.apply(row));
                List<@Nullable Object> values = new ArrayList<>();
                values.add(document.id());
                String quote = place == null ? null : quotes.apply(row);
                values.add(
                    origin
                        + (place == null || quote == null
                            ? address(document, place, anchors.get(i))
                            : PortalLinks.permalinkWithQuote(
                                document.id(), document.sectionIds().get(place), quote)));
                values.add(
                    place == null ? null : document.disclosure().sections().get(place).heading());
                columns.forEach(column -> values.add(column.value().apply(row)));
                sink.writeRow(values);
              }
            });
  }

  /**
   * The address of a row in its version of the document; the address of the document if the row has
   * no section.
   */
  private String address(ArchivedDisclosure document, @Nullable Integer section, String anchor) {
    boolean newest = lookup.isNewest(document.version());
    String version = newest ? "" : PortalLinks.fingerprintPrefix(document.version().sha256());
    return section == null
        ? new QueryString().add("v", version).appendTo(PortalLinks.permalink(document.id()))
        : PortalLinks.row(
            document.id() + "/" + document.sectionIds().get(section) + "#" + anchor, version);
  }

  private static Map<String, Integer> indexSections(ArchivedDisclosure document) {
    Map<String, Integer> places = new HashMap<>();
    for (Section section : document.disclosure().sections()) {
      places.put(section.path(), places.size());
    }
    return places;
  }

  private static RowWriter.Format parseFormat(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    for (RowWriter.Format format : RowWriter.Format.values()) {
      if (format.name().equals(ending)) {
        return format;
      }
    }
    throw new NotFoundException(name, "");
  }

  private static @Nullable String quoteOfSecondPlace(FindingView view) {
    return view.finding().other() == null ? null : view.finding().other().quote();
  }

  private static @Nullable Integer pageOfSecondPlace(FindingView view) {
    return view.finding().other() == null ? null : view.finding().other().page();
  }
}
