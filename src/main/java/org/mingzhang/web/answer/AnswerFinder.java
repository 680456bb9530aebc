package org.mingzhang.web.answer;

import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.agency.SuccessionTable;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.question.AgencyDirectory;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.question.NumericQuestion;
import org.mingzhang.question.QuestionParser;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.compare.AccountSlice;
import org.mingzhang.web.compare.AccountStatement;
import org.mingzhang.web.compare.FactCellBuilder;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.HitGroup;
import org.mingzhang.web.source.SearchPort;

/**
 * Answers numeric questions from the facts of the index. A query that names no account is only
 * parsed and costs no search. Safe on many threads.
 */
public final class AnswerFinder {
  /** Maximum number of facts that are read for one answer. */
  static final int MAX_FACTS = 20_000;

  /** Maximum number of additional slices shown for one agency and year. */
  private static final int MAX_OTHER_SLICES = 6;

  /** Maximum number of documents of a year that are read for what they say of an account. */
  private static final int MAX_READ_DOCUMENTS = 4;

  /** Maximum number of documents without a value that are read for a list. */
  private static final int MAX_READ_DOCUMENTS_OF_LIST = 12;

  private final QuestionParser parser = QuestionParser.standard();
  private final SearchPort search;
  private final DocumentCatalog catalog;
  private final Clock clock;

  /** The directory of agencies of one state of the index, with their documents. */
  private record DirectorySnapshot(
      AgencyDirectory directory, Map<KnownAgency, List<Hit>> documents) {
    static DirectorySnapshot of(DocumentCatalog.Snapshot catalog) {
      Map<KnownAgency, List<Hit>> documents = groupByAgency(catalog.readDocuments());
      return new DirectorySnapshot(new AgencyDirectory(documents.keySet()), documents);
    }
  }

  /**
   * Creates an instance that answers from an index.
   *
   * @param clock supplies the current year, to which 去年 and 今年 refer
   */
  public AnswerFinder(SearchPort search, DocumentCatalog catalog, Clock clock) {
    this.search = search;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** Answers a query; empty if it is not a numeric question. */
  public Optional<DirectAnswer> answer(String typed, PortalLinks links) {
    return parser
        .read(typed, Year.now(clock).getValue(), () -> currentSnapshot().directory())
        .map(
            question -> {
              FactCellBuilder cells = new FactCellBuilder(links);
              return addRelatedBodies(answerForEitherAccount(question, cells), cells);
            });
  }

  /**
   * Answers a question. If its words name two accounts, answers for the one that has values: for a
   * place, the account of governments is tried first, otherwise the account of agencies.
   */
  private DirectAnswer answerForEitherAccount(NumericQuestion question, FactCellBuilder cells) {
    if (question.homonym() == null) {
      return answerQuestion(question, cells);
    }
    NumericQuestion.AskedAgencies subject = question.subject();
    boolean place =
        subject.groupedByPlace() || (subject.isList() && !subject.askedName().isEmpty());
    NumericQuestion other = question.withOtherAccount();
    DirectAnswer first = answerQuestion(place ? other : question, cells);
    DirectAnswer second =
        first.hasValue() ? first : answerQuestion(place ? question : other, cells);
    return second.hasValue() ? second : first;
  }

  /** Adds values of the bodies before and after one agency, in years without its documents. */
  private DirectAnswer addRelatedBodies(DirectAnswer answer, FactCellBuilder cells) {
    List<Integer> years =
        answer.form() == DirectAnswer.Form.ONE
            ? answer.lines().stream()
                .filter(
                    line -> !line.hasValue() && !answer.yearsWithDocuments().contains(line.year()))
                .map(DirectAnswer.AgencyValue::year)
                .toList()
            : List.of();
    if (years.isEmpty()) {
      return answer;
    }
    NumericQuestion question = answer.question();
    List<DirectAnswer.RelatedValue> related = new ArrayList<>();
    new RelatedBodies(SuccessionTable.standard(), currentSnapshot().documents())
        .find(question.subject().agencies().getFirst())
        .forEach(
            body ->
                answerQuestion(question.withAgency(body.agency(), years), cells).lines().stream()
                    .filter(DirectAnswer.AgencyValue::hasValue)
                    .forEach(
                        line ->
                            related.add(new DirectAnswer.RelatedValue(line, body.succession()))));
    return answer.withStatementsAndRelated(answer.statements(), related);
  }

  /** The agencies with documents in the archive. */
  AgencyDirectory directory() {
    return currentSnapshot().directory();
  }

  /** Whether the title or text of any document contains the name of an agency. */
  boolean isMentionedInDocuments(String agency) {
    String phrase = '"' + agency + '"';
    return Stream.of(SearchScope.SECTIONS, SearchScope.DOCUMENTS)
        .anyMatch(scope -> search.count(SearchUrl.of(phrase, scope).request()) > 0);
  }

  private DirectorySnapshot currentSnapshot() {
    return catalog.currentSnapshot().computeOnce(DirectorySnapshot.class, DirectorySnapshot::of);
  }

  private static Map<KnownAgency, List<Hit>> groupByAgency(List<Hit> documents) {
    Map<List<Object>, KnownAgency> agencies = new HashMap<>();
    return HitGroup.groupBy(
        documents,
        hit ->
            agencies.computeIfAbsent(List.of(hit.region(), hit.publisher()), k -> agencyOf(hit)));
  }

  private static KnownAgency agencyOf(Hit hit) {
    return KnownAgency.of(hit.region(), hit.publisher());
  }

  private DirectAnswer answerQuestion(NumericQuestion question, FactCellBuilder cells) {
    if (question.subject().isWithoutDocuments()) {
      return DirectAnswer.withoutValues(
          question,
          question.subject().similarAgencies().isEmpty()
                  && isMentionedInDocuments(question.subject().askedName())
              ? DirectAnswer.Form.NAMED
              : DirectAnswer.Form.UNKNOWN);
    }
    DirectorySnapshot known = currentSnapshot();
    List<SearchRequest> searches = new FactSearches(question, known.documents()).createRequests();
    if (searches.stream().mapToLong(search::count).sum() > MAX_FACTS) {
      return DirectAnswer.withoutValues(question, DirectAnswer.Form.TOO_MANY);
    }
    Map<KnownAgency, List<FactHit>> facts = new HashMap<>();
    for (SearchRequest request : searches) {
      search.forEach(
          request,
          hit ->
              facts.computeIfAbsent(agencyOf(hit), k -> new ArrayList<>()).add(new FactHit(hit)));
    }
    List<AgencyFacts> agencies = new ArrayList<>();
    for (KnownAgency agency : question.subject().agencies()) {
      agencies.add(
          AgencyFacts.selectFacts(
              agency,
              facts.getOrDefault(agency, List.of()),
              known.documents().getOrDefault(agency, List.of()),
              cells));
    }
    return addStatements(
        question.subject().isList()
            ? new ListAnswerBuilder(question, agencies).buildAnswer()
            : answerForAgency(question, agencies.getFirst()));
  }

  /** Adds what the documents say in years without any amount. */
  private DirectAnswer addStatements(DirectAnswer answer) {
    if (answer.form() == DirectAnswer.Form.LIST) {
      int year = answer.basis().year();
      return answer.withStatementsAndRelated(
          readStatements(answer, year, answer.documents().stream(), MAX_READ_DOCUMENTS_OF_LIST)
              .toList(),
          answer.relatedValues());
    }
    List<AccountStatement> found = new ArrayList<>();
    for (DirectAnswer.AgencyValue line : answer.lines()) {
      boolean other = answer.otherValues().stream().anyMatch(o -> o.year() == line.year());
      if (!line.hasValue() && !other) {
        Stream<Hit> ofYear =
            answer.documents().stream().filter(hit -> Objects.equals(hit.year(), line.year()));
        readStatements(answer, line.year(), ofYear, MAX_READ_DOCUMENTS)
            .min(Comparator.comparing(statement -> !statement.hasQuote()))
            .ifPresent(found::add);
      }
    }
    return answer.withStatementsAndRelated(found, answer.relatedValues());
  }

  /** What the first documents say of the account of an answer in a year. */
  private Stream<AccountStatement> readStatements(
      DirectAnswer answer, int year, Stream<Hit> documents, int limit) {
    String account = answer.question().account().account().name();
    return documents
        .limit(limit)
        .flatMap(hit -> catalog.findRecord(hit).stream())
        .flatMap(document -> AccountStatement.find(document, account, year).stream());
  }

  private static DirectAnswer answerForAgency(NumericQuestion question, AgencyFacts agency) {
    SliceOrder order = new SliceOrder(question.account());
    List<DirectAnswer.AgencyValue> agencyValues = new ArrayList<>();
    List<DirectAnswer.AgencyValue> others = new ArrayList<>();
    List<Integer> years = yearsToAnswer(question, agency);
    for (int year : years) {
      List<AccountSlice> slices =
          agency.valuesBySlice(year).keySet().stream().sorted(order.createComparator()).toList();
      boolean stated = !slices.isEmpty() && order.matches(slices.getFirst());
      agencyValues.add(
          stated
              ? agency.buildAgencyValue(year, slices.getFirst(), year - 1)
              : agency.buildAbsentValue(year, order.stageLabel(), year - 1));
      if (years.size() == 1) {
        slices.stream()
            .skip(stated ? 1 : 0)
            .limit(MAX_OTHER_SLICES)
            .forEach(slice -> others.add(agency.buildAgencyValue(year, slice, year - 1)));
      }
    }
    if (agencyValues.stream().noneMatch(DirectAnswer.AgencyValue::hasValue) && others.isEmpty()) {
      agency.yearsWithValue().descendingSet().stream()
          .limit(1)
          .forEach(
              year ->
                  agency.valuesBySlice(year).keySet().stream()
                      .min(order.createComparator())
                      .map(slice -> agency.buildAgencyValue(year, slice, year - 1))
                      .ifPresent(others::add));
      int undated = DirectAnswer.AgencyValue.UNDATED;
      agency.valuesBySlice(undated).keySet().stream()
          .sorted(order.createComparator())
          .limit(MAX_OTHER_SLICES)
          .forEach(slice -> others.add(agency.buildAgencyValue(undated, slice, undated - 1)));
    }
    return new DirectAnswer(
        question,
        DirectAnswer.Form.ONE,
        agencyValues,
        others,
        DirectAnswer.Basis.NONE,
        DirectAnswer.OmittedAgencies.NOTHING,
        agency.documents().stream()
            .filter(d -> d.year() == null || years.contains(d.year()))
            .toList(),
        List.of(),
        yearsWithDocuments(agency),
        agency.yearsWithValue().descendingSet().stream()
            .filter(year -> !years.contains(year))
            .map(year -> new DirectAnswer.OtherYear(year, null, null, null))
            .toList(),
        List.of());
  }

  private static List<Integer> yearsWithDocuments(AgencyFacts agency) {
    return agency.documents().stream()
        .map(Hit::year)
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /**
   * The years asked for. If none are asked for, the latest years with a value, as many as the
   * question wants; if there is no value, the latest year with a document.
   */
  private static List<Integer> yearsToAnswer(NumericQuestion question, AgencyFacts agency) {
    if (!question.years().isEmpty()) {
      return question.years();
    }
    List<Integer> stated =
        agency.yearsWithValue().descendingSet().stream()
            .limit(question.latestYearCount())
            .sorted()
            .toList();
    return stated.isEmpty() ? yearsWithDocuments(agency).stream().limit(1).toList() : stated;
  }
}
