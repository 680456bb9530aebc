package org.mingzhang.web.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.SearchScope;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.compare.AccountSlice;
import org.mingzhang.web.compare.AccountStatement;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.render.Labels;

/**
 * Builds the {@link AnswerView} of an answer in the language of a page.
 *
 * @param answer the answer
 * @param typed the question as typed
 * @param labels texts of the page's language
 * @param links addresses in the page's language
 * @param catalogue the documents of the index
 */
record AnswerViewBuilder(
    DirectAnswer answer,
    String typed,
    Labels labels,
    PortalLinks links,
    DocumentCatalog.Snapshot catalogue) {
  /** Maximum number of rows of a list. */
  private static final int MAX_ROWS = 10;

  /** Maximum number of further values of one agency. */
  private static final int MAX_OTHER_VALUES = 40;

  /**
   * Builds the view.
   *
   * @param worded address of the page with the answer as sentences, or empty
   */
  AnswerView build(String worded) {
    boolean list = answer.form() == DirectAnswer.Form.LIST;
    boolean places = list && answer.question().subject().groupedByPlace();
    DistrictGroups districts = DistrictGroups.groupByDistrict(places ? answer.lines() : List.of());
    List<DirectAnswer.AgencyValue> agencyValues = places ? districts.lines() : answer.lines();
    DirectAnswer.AgencyValue any = agencyValues.isEmpty() ? null : agencyValues.getFirst();
    boolean comparesYears =
        answer.question().operator().comparesYears() || answer.question().years().size() > 1;
    List<AnswerView.ValueRow> others =
        answer.otherValues().stream()
            .limit(list ? MAX_ROWS : MAX_OTHER_VALUES)
            .map(this::buildRow)
            .toList();
    return new AnswerView(
        answer.form().name().toLowerCase(Locale.ROOT),
        new AnswerTextBuilder(answer, labels).title(),
        formatSlice(answer.basis().slice()),
        list && comparesYears,
        answer.basis().base(),
        answer.basis().year(),
        agencyValues.stream()
            .limit(list ? MAX_ROWS : agencyValues.size())
            .map(
                agencyValue ->
                    buildRow(
                        agencyValue,
                        places && districts.isFirstOfDistrict(agencyValue)
                            ? formatDistrict(districts.valuesInSameDistrict(agencyValue))
                            : ""))
            .toList(),
        others,
        labels.text(othersTitleKey(list, any)),
        new AnswerTextBuilder(answer, labels).buildNotes(MAX_ROWS),
        buildStatements(),
        buildLinksWithoutValue(),
        comparisonAddress(),
        new QuestionOfOtherYear(answer.question(), typed)
            .buildLinks(answer.otherYears(), labels, links),
        answer.relatedValues().stream().map(this::buildRelatedRow).toList(),
        worded);
  }

  private AnswerView.RelatedRow buildRelatedRow(DirectAnswer.RelatedValue related) {
    String key = related.isFormer() ? "answer.former" : "answer.successor";
    return new AnswerView.RelatedRow(
        labels.text(
            related.succession().successorHasOtherBodies() ? key + ".merged" : key,
            related.value().agency().name()),
        related.succession().source(),
        buildRow(related.value()));
  }

  /** Key of the heading of the further values. */
  private String othersTitleKey(boolean isListAnswer, DirectAnswer.@Nullable AgencyValue line) {
    if (isListAnswer) {
      return "answer.elsewhere";
    }
    if (!answer.otherValues().isEmpty()
        && answer.otherValues().stream().allMatch(DirectAnswer.AgencyValue::isUndated)) {
      return "answer.undated.amounts";
    }
    return line != null && answer.otherValues().stream().allMatch(o -> o.year() == line.year())
        ? "answer.others"
        : "answer.latest";
  }

  private String formatDistrict(List<DirectAnswer.AgencyValue> agencyValues) {
    List<String> region = agencyValues.getFirst().agency().region();
    return labels.text(
        "answer.district",
        region.isEmpty() ? labels.text("unknown") : String.join(" ", region),
        agencyValues.size());
  }

  private AnswerView.ValueRow buildRow(DirectAnswer.AgencyValue agencyValue) {
    return buildRow(agencyValue, "");
  }

  private AnswerView.ValueRow buildRow(DirectAnswer.AgencyValue agencyValue, String district) {
    String name = agencyValue.agency().name();
    List<String> region = agencyValue.agency().region();
    String last = region.isEmpty() || name.contains(region.getLast()) ? "" : region.getLast();
    List<ComparisonGrid.StatedValue> statedValues = agencyValue.cell().statedValues();
    return new AnswerView.ValueRow(
        agencyValue,
        district,
        last,
        formatSlice(agencyValue),
        agencyValue.cell().hasMoney() ? labels.text("answer.wan") : "",
        new AnswerTextBuilder(answer, labels).formatChange(agencyValue),
        statedValues.stream()
            .limit(agencyValue.cell().isStated() ? 1 : statedValues.size())
            .map(this::buildSource)
            .toList());
  }

  private AnswerView.Source buildSource(ComparisonGrid.StatedValue statedValue) {
    FactHit fact = statedValue.fact();
    boolean pdf =
        catalogue
            .find(fact.hit().documentId())
            .filter(d -> "application/pdf".equals(d.values().get("mediaType")))
            .isPresent();
    String slug = fact.sectionPermalinkId().substring(fact.sectionPermalinkId().indexOf('/') + 1);
    String pages = PortalLinks.permalink(fact.hit().documentId()) + "/pages";
    String quote =
        Objects.requireNonNullElse(fact.storedValue("quote"), "").replaceFirst("[，、；,;：:]$", "");
    return new AnswerView.Source(
        statedValue.shown(),
        quote,
        statedValue.address(),
        statedValue.documentTitle(),
        fact.hit().page(),
        pdf
            ? links.page(
                new QueryString().add("section", slug).appendTo(pages)
                    + "#page="
                    + fact.hit().page())
            : "",
        fact.hit().documentId(),
        slug,
        fact.anchor(),
        formatLabel(statedValue));
  }

  private String formatLabel(ComparisonGrid.StatedValue statedValue) {
    FactHit fact = statedValue.fact();
    String number =
        fact.kind() == Fact.Kind.AMOUNT ? labels.money(statedValue.shown()) : statedValue.shown();
    return labels.format(
        "answer.label",
        fact.entity(),
        labels.account(fact.account()),
        number,
        (fact.year() == null ? labels.text("coverage.year.unstated") : fact.year().toString())
            + labels.text("fact.comma")
            + formatSlice(AgencyFacts.sliceOf(fact)));
  }

  /** The slice of a value; for an item of an account also the name of that account. */
  private String formatSlice(DirectAnswer.AgencyValue agencyValue) {
    AccountSlice slice = agencyValue.slice();
    List<ComparisonGrid.StatedValue> stated = agencyValue.cell().statedValues();
    return slice.item().isEmpty() || stated.isEmpty()
        ? formatSlice(slice)
        : labels.format(
            "answer.item",
            labels.account(stated.getFirst().fact().account()),
            slice.item(),
            formatSlice(slice));
  }

  private String formatSlice(AccountSlice slice) {
    return new AccountSlice("", slice.stage(), slice.fund(), slice.perimeter()).describe(labels);
  }

  private List<AnswerView.Statement> buildStatements() {
    return answer.statements().stream()
        .filter(AccountStatement::hasQuote)
        .map(
            s ->
                new AnswerView.Statement(
                    s.quote(),
                    links.sectionWithQuote(s.documentId(), s.sectionSlug(), s.quote()),
                    s.title(),
                    s.page()))
        .toList();
  }

  private List<AnswerView.Document> buildLinksWithoutValue() {
    List<AnswerView.Document> shown = new ArrayList<>();
    String account = answer.question().account().account().name();
    answer
        .question()
        .subject()
        .similarAgencies()
        .forEach(
            agency ->
                shown.add(
                    new AnswerView.Document(
                        agency.name(),
                        links.search(agency.name() + account, SearchScope.SECTIONS))));
    if (answer.form() == DirectAnswer.Form.ONE
        && answer.lines().stream().noneMatch(DirectAnswer.AgencyValue::hasValue)) {
      Set<String> titles = new HashSet<>();
      answer.documents().stream()
          .filter(d -> titles.add(d.documentTitle()))
          .limit(4)
          .forEach(
              d -> shown.add(new AnswerView.Document(d.documentTitle(), links.document(d.id()))));
    }
    return shown;
  }

  /**
   * Address of the comparison page of the account: for the agency, or for the common region of the
   * agencies of a list. If the values are counts, which the comparison page does not show, the
   * address of the search for all facts of the account. Empty if the subject is unknown.
   */
  private String comparisonAddress() {
    boolean unknown =
        answer.form() == DirectAnswer.Form.UNKNOWN || answer.form() == DirectAnswer.Form.NAMED;
    String account = answer.question().account().account().name();
    if (answer.hasValue() && answer.lines().stream().noneMatch(line -> line.cell().hasMoney())) {
      SearchUrl counts = SearchUrl.of("", SearchScope.FACTS);
      return links.search(counts.withToggled(FacetDimension.ACCOUNT, account));
    }
    QueryString query = new QueryString().add("name", account);
    boolean named = answer.documents().stream().allMatch(document -> document.agency() != null);
    if (answer.form() == DirectAnswer.Form.ONE && named) {
      query.add("agency", answer.question().subject().agencies().getFirst().name());
    } else if (!unknown) {
      query.add("sort", answer.question().operator().comparesYears() ? "change" : "value");
      query.add("region", commonRegion());
    }
    return unknown ? "" : links.page(query.appendTo("/compare"));
  }

  /** Path of the smallest region that contains all agencies of a named subject, or empty. */
  private String commonRegion() {
    List<String> common = new ArrayList<>();
    List<List<String>> regions =
        answer.question().subject().askedName().isEmpty()
            ? List.of()
            : answer.question().subject().agencies().stream().map(a -> a.region()).toList();
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
