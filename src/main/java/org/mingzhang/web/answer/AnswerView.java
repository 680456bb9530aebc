package org.mingzhang.web.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Fact;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.Slice;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.page.Catalogue;
import org.mingzhang.web.render.Labels;

/**
 * An answer as it is shown above the hits.
 *
 * @param form {@code one}, {@code list}, {@code unknown} or {@code too_many}
 * @param title what is answered
 * @param slice stage, fund and perimeter of a list, or empty
 * @param movement whether a list shows the year before and the change
 * @param base the year before in a list
 * @param year the year of a list
 * @param rows its numbers, the first of a long list
 * @param others further values of one agency
 * @param othersTitle what they are
 * @param notes what is missing, in sentences
 * @param documents documents of the year that do not state it
 * @param compare where all of it is compared
 * @param worded where a model words it, or empty
 */
public record AnswerView(
    String form,
    String title,
    String slice,
    boolean movement,
    int base,
    int year,
    List<Row> rows,
    List<Row> others,
    String othersTitle,
    List<String> notes,
    List<Document> documents,
    String compare,
    String worded) {
  private static final int ROWS = 10;

  /** The same with an address where a model words it. */
  AnswerView wordedAt(String address) {
    return new AnswerView(
        form,
        title,
        slice,
        movement,
        base,
        year,
        rows,
        others,
        othersTitle,
        notes,
        documents,
        compare,
        address);
  }

  /**
   * A number.
   *
   * @param line it and the year before
   * @param district district and how many agencies of it are listed, where a line is the first of
   *     its district in a list by place; else empty
   * @param place region of the agency where its name does not say it, or empty
   * @param slice stage, fund and perimeter in words
   * @param unit 万元 where it is an amount, or empty
   * @param change the change in words, or empty
   * @param sources where it stands
   */
  public record Row(
      DirectAnswer.Line line,
      String district,
      String place,
      String slice,
      String unit,
      String change,
      List<Source> sources) {}

  /**
   * A place that says a number.
   *
   * @param shown the number
   * @param quote the clause or the row and cell
   * @param address the place, marked
   * @param title title of the document
   * @param page 1-based page
   * @param original the page of the original, empty where it cannot be shown
   * @param document permalink id of the document
   * @param section permalink slug of the section
   * @param anchor name of the fact
   * @param label account, number and slice in words
   */
  public record Source(
      String shown,
      String quote,
      String address,
      String title,
      int page,
      String original,
      String document,
      String section,
      String anchor,
      String label) {}

  /** A document by its title. */
  public record Document(String title, String address) {}

  /** Makes views in a language. */
  record Maker(DirectAnswer answer, Labels labels, Links links, Map<String, Hit> documents) {
    AnswerView view() {
      boolean list = answer.form() == DirectAnswer.Form.LIST;
      boolean places = list && answer.inquiry().who().places();
      DistrictGroups districts = DistrictGroups.of(places ? answer.lines() : List.of());
      List<DirectAnswer.Line> lines = places ? districts.lines() : answer.lines();
      DirectAnswer.Line any = lines.isEmpty() ? null : lines.getFirst();
      boolean movement =
          answer.inquiry().direction().movement() || answer.inquiry().years().size() > 1;
      List<Row> others = answer.others().stream().map(this::row).toList();
      boolean sameYear = any != null && !others.isEmpty() && others(any.year());
      return new AnswerView(
          answer.form().name().toLowerCase(java.util.Locale.ROOT),
          new AnswerWords(answer, labels).title(),
          slice(answer.basis().slice()),
          list && movement,
          answer.basis().base(),
          answer.basis().year(),
          lines.stream()
              .limit(list ? ROWS : lines.size())
              .map(
                  line ->
                      row(
                          line,
                          places && districts.first(line) ? district(districts.of(line)) : ""))
              .toList(),
          others,
          labels.text(sameYear ? "answer.others" : "answer.latest"),
          new AnswerWords(answer, labels).notes(ROWS),
          unstating(),
          compare(),
          "");
    }

    private boolean others(int year) {
      return answer.others().stream().allMatch(o -> o.year() == year);
    }

    private String district(List<DirectAnswer.Line> lines) {
      List<String> region = lines.getFirst().agency().region();
      return labels.filled2(
          "answer.district",
          region.isEmpty() ? labels.text("unknown") : String.join(" ", region),
          lines.size());
    }

    private Row row(DirectAnswer.Line line) {
      return row(line, "");
    }

    private Row row(DirectAnswer.Line line, String district) {
      String name = line.agency().name();
      List<String> region = line.agency().region();
      String last = region.isEmpty() || name.contains(region.getLast()) ? "" : region.getLast();
      List<ComparisonGrid.Said> said = line.cell().said();
      boolean amount = !said.isEmpty() && said.getFirst().fact().kind() == Fact.Kind.AMOUNT;
      return new Row(
          line,
          district,
          last,
          slice(line.slice()),
          amount ? labels.text("answer.wan") : "",
          new AnswerWords(answer, labels).change(line),
          said.stream().limit(line.cell().stated() ? 1 : said.size()).map(this::source).toList());
    }

    private Source source(ComparisonGrid.Said said) {
      FactHit fact = said.fact();
      Hit document = documents.get(fact.hit().documentId());
      boolean pdf =
          document != null
              && "application/pdf".equals(document.values().getOrDefault("mediaType", ""));
      String slug = fact.place().substring(fact.place().indexOf('/') + 1);
      String pages = Links.permalink(fact.hit().documentId()) + "/pages";
      String quote =
          Objects.requireNonNullElse(fact.value("quote"), "").replaceFirst("[，、；,;：:]$", "");
      return new Source(
          said.shown(),
          quote,
          said.address(),
          said.source(),
          fact.hit().page(),
          pdf
              ? links.page(
                  new QueryString().add("section", slug).on(pages) + "#page=" + fact.hit().page())
              : "",
          fact.hit().documentId(),
          slug,
          fact.anchor(),
          label(said));
    }

    private String label(ComparisonGrid.Said said) {
      FactHit fact = said.fact();
      String number =
          fact.kind() == Fact.Kind.AMOUNT
              ? said.shown() + " " + labels.text("answer.wan")
              : said.shown();
      return labels.filled(
          "answer.label",
          fact.entity(),
          labels.account(fact.account()),
          number,
          fact.year() + labels.text("fact.comma") + slice(AgencyFacts.slice(fact)));
    }

    private String slice(Slice slice) {
      return slice.equals(Slice.OPEN)
          ? ""
          : labels.filled(
              "compare.slice",
              named(Dimension.PERIMETER, slice.perimeter()),
              named(Dimension.FUND, slice.fund()),
              named(Dimension.STAGE, slice.stage()));
    }

    private String named(Dimension dimension, String value) {
      return value.equals(org.mingzhang.query.SearchRequest.NOT_STATED)
          ? labels.text("compare.unknown." + dimension.id())
          : labels.of(dimension, value);
    }

    private List<Document> unstating() {
      List<Document> shown = new ArrayList<>();
      if (answer.lines().stream().noneMatch(DirectAnswer.Line::valued)) {
        answer.documents().stream()
            .limit(4)
            .forEach(d -> shown.add(new Document(d.documentTitle(), links.document(d.id()))));
      }
      return shown;
    }

    /** The same for all years and agencies, where it can be narrowed and taken as a file. */
    private String compare() {
      boolean unknown = answer.form() == DirectAnswer.Form.UNKNOWN;
      QueryString query =
          new QueryString().add("name", answer.inquiry().account().account().name());
      if (answer.form() == DirectAnswer.Form.ONE) {
        query.add("agency", answer.inquiry().who().agencies().getFirst().name());
      } else if (!unknown) {
        query.add("sort", answer.inquiry().direction().movement() ? "change" : "value");
        query.add("region", common());
      }
      return unknown ? "" : links.page(query.on("/compare"));
    }

    /** The smallest region that holds all agencies of a named place. */
    private String common() {
      List<String> common = new ArrayList<>();
      List<List<String>> regions =
          answer.inquiry().who().named().isEmpty()
              ? List.of()
              : answer.inquiry().who().agencies().stream().map(a -> a.region()).toList();
      for (int i = 0; !regions.isEmpty() && i < regions.getFirst().size(); i++) {
        String part = regions.getFirst().get(i);
        int depth = i;
        if (!regions.stream().allMatch(r -> r.size() > depth && r.get(depth).equals(part))) {
          break;
        }
        common.add(part);
      }
      return String.join("/", common);
    }
  }

  /** The answer in the language of a page. */
  static AnswerView of(
      DirectAnswer answer, Labels labels, Links links, Catalogue.Snapshot catalogue) {
    Map<String, Hit> documents = new HashMap<>();
    catalogue.documents().forEach(d -> documents.put(d.documentId(), d));
    return new Maker(answer, labels, links, documents).view();
  }
}
