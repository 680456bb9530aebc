package org.mingzhang.web.transparency;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Category;
import org.mingzhang.search.Hit;
import org.mingzhang.transparency.Checklist;
import org.mingzhang.transparency.DisclosureItem;
import org.mingzhang.transparency.ItemState;
import org.mingzhang.web.address.AgencyLinks;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.api.RowWriter;
import org.mingzhang.web.guard.BackgroundThrottle;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.render.Labels;

/** {@code /transparency?region=&year=&page=}: the agencies of a region by what they disclosed. */
public final class AgenciesPage implements Handler {
  /** Documents on a page, each of which is read. */
  private static final int MOST = 30;

  private static final AgencyLinks AGENCIES = AgencyLinks.standard();

  private final Pages pages;
  private final Catalogue catalogue;
  private final ChecklistPage one;
  private final PlaceTable places;

  /** Compares what is kept. */
  public AgenciesPage(Pages pages, Catalogue catalogue, ChecklistPage one) {
    this.pages = pages;
    this.catalogue = catalogue;
    this.one = one;
    this.places = new PlaceTable(catalogue);
  }

  /**
   * A document, or an agency of which none is kept for the year.
   *
   * @param agencyAddress the agency's page, empty where the document names none
   * @param address its checklist, empty where no document is kept
   * @param published day of publication and by how many days it was late, empty where not known
   * @param score items disclosed of 100, empty where no document is kept
   * @param lacking items that were not seen or are empty without a word
   */
  public record Row(
      String region,
      String agency,
      String agencyAddress,
      String category,
      String address,
      String published,
      String score,
      int disclosed,
      int items,
      int undecided,
      List<String> lacking) {}

  /** A choice of the page. */
  public record Choice(String label, String address, boolean current) {}

  @Override
  public void handle(Context ctx) {
    Parameters parameters = Pages.parameters(ctx);
    Labels labels = pages.labels(ctx);
    Links links = pages.links(ctx);
    RequestedPlace asked = RequestedPlace.decode(parameters);
    int page = parameters.number("page", 1, 1_000_000);
    List<Hit> listed = listed(asked);
    List<Row> rows = new ArrayList<>();
    listed.stream()
        .skip((page - 1L) * MOST)
        .limit(MOST)
        .forEach(hit -> row(hit, labels, links).ifPresent(rows::add));
    boolean last = listed.size() <= (long) page * MOST;
    if (last && asked.year() != null) {
      rows.addAll(uncollected(asked, links));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("rows", rows);
    model.put("count", listed.size());
    model.put("years", years(asked, links));
    model.put("regions", regions(asked, labels, links));
    model.put("next", last ? "" : asked.address(page + 1, links));
    model.put("csv", asked.file("/transparency.csv"));
    model.putAll(places.of(asked, links));
    pages.show(
        ctx,
        "transparency/transparency",
        PageHead.of(labels.text("transparency.title"), "/transparency"),
        model);
  }

  /** The documents whose kind has a list of items; of several of one disclosure the first. */
  private List<Hit> listed(RequestedPlace asked) {
    Predicate<Hit> kind =
        hit ->
            !DisclosureItem.of(
                    Category.ofLabel(Objects.requireNonNullElse(hit.category(), "")).orElse(null))
                .isEmpty();
    return catalogue.now().disclosures().filter(kind).filter(asked::of).toList();
  }

  private Optional<Row> row(Hit hit, Labels labels, Links links) {
    return one.checklists()
        .latest(hit.documentId())
        .map(checklist -> row(hit, checklist, labels, links));
  }

  private static Row row(Hit hit, Checklist checklist, Labels labels, Links links) {
    Language language = labels.language();
    return new Row(
        String.join(" ", hit.region()),
        Catalogue.agency(hit),
        AGENCIES.of(hit, links),
        hit.year() + " " + labels.category(hit.category()),
        links.page("/transparency/" + Links.permalink(hit.documentId()).substring(3)),
        published(hit, labels),
        checklist.score(),
        checklist.disclosed(),
        checklist.answers().size(),
        checklist.count(ItemState.UNDECIDED),
        checklist.answers().stream()
            .filter(a -> a.state() == ItemState.NOT_SEEN || a.state() == ItemState.EMPTY)
            .map(
                a ->
                    language.choose(a.item().chinese(), a.item().english())
                        + language.choose("（", " (")
                        + language.choose(a.state().label(), a.state().english())
                        + language.choose("）", ")"))
            .toList());
  }

  private static String published(Hit hit, Labels labels) {
    String day = hit.values().getOrDefault("published", "");
    String late = hit.values().get("daysLate");
    return late == null ? day : day + " " + labels.text("transparency.late", late);
  }

  /** Agencies of which other years are kept: no document is not the same as none published. */
  private List<Row> uncollected(RequestedPlace asked, Links links) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Hit hit : catalogue.now().documents()) {
      if (asked.within(hit)) {
        String region = String.join(" ", hit.region());
        String agency = Catalogue.agency(hit);
        rows.putIfAbsent(
            region + agency,
            new Row(region, agency, AGENCIES.of(hit, links), "", "", "", "", 0, 0, 0, List.of()));
      }
    }
    listed(asked)
        .forEach(hit -> rows.remove(String.join(" ", hit.region()) + Catalogue.agency(hit)));
    return List.copyOf(rows.values());
  }

  private List<Choice> years(RequestedPlace asked, Links links) {
    List<Choice> choices = new ArrayList<>();
    for (Integer year : catalogue.now().years()) {
      RequestedPlace other = new RequestedPlace(asked.region(), year.toString());
      choices.add(
          new Choice(
              year.toString(), other.address(1, links), year.toString().equals(asked.year())));
    }
    return choices;
  }

  /** The regions right below the one that was asked for, and those above it. */
  private List<Choice> regions(RequestedPlace asked, Labels labels, Links links) {
    String region = asked.region();
    List<Choice> choices = new ArrayList<>();
    choices.add(
        new Choice(
            labels.text("coverage.regions"), asked.in(null).address(1, links), region == null));
    String[] above = region == null ? new String[0] : region.split("/", -1);
    for (int i = 1; i <= above.length; i++) {
      String path = String.join("/", List.of(above).subList(0, i));
      choices.add(new Choice(above[i - 1], asked.in(path).address(1, links), path.equals(region)));
    }
    catalogue.now().documents().stream()
        .filter(asked::within)
        .filter(hit -> hit.region().size() > above.length)
        .map(hit -> String.join("/", hit.region().subList(0, above.length + 1)))
        .distinct()
        .sorted()
        .forEach(
            path ->
                choices.add(
                    new Choice(
                        path.substring(path.lastIndexOf('/') + 1),
                        asked.in(path).address(1, links),
                        false)));
    return choices;
  }

  /** {@code /transparency.csv}: every item of every document that was asked for. */
  public void file(Context ctx) throws IOException {
    BackgroundThrottle pacing = BackgroundThrottle.of(ctx);
    try (RowWriter writer = ChecklistPage.begin(ctx, "transparency")) {
      for (Hit hit : listed(RequestedPlace.decode(Pages.parameters(ctx)))) {
        Optional<ArchivedDisclosure> document = pages.documents().latest(hit.documentId());
        if (document.isPresent()) {
          one.write(writer, document.get(), pages.origin(ctx));
        }
        pacing.step();
      }
    }
  }

  /** {@code /transparency/places.csv}: every place below what was asked for. */
  public void placesFile(Context ctx) throws IOException {
    places.write(ctx, RequestedPlace.decode(Pages.parameters(ctx)));
  }
}
