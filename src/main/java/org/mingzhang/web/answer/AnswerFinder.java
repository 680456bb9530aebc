package org.mingzhang.web.answer;

import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.question.AgencyDirectory;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.question.NumericQuestion;
import org.mingzhang.question.QuestionParser;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.compare.FactCells;
import org.mingzhang.web.compare.Slice;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.page.Catalogue;
import org.mingzhang.web.page.HitGroups;
import org.mingzhang.web.source.SearchPort;

/**
 * Answers what was typed where it is a question for a number: reads it, looks the facts up, and
 * arranges them. A query that names no account costs the reading alone. Safe on many threads.
 */
public final class AnswerFinder {
  /** More facts are not read for one answer. */
  static final int MOST = 20_000;

  /** More agencies are not named one by one in a search. */
  private static final int MOST_NAMED = 64;

  /** Further slices of one agency and year that are shown. */
  private static final int OTHERS = 6;

  private static final List<Fact.Kind> KINDS =
      List.of(Fact.Kind.AMOUNT, Fact.Kind.COUNT, Fact.Kind.CHANGE, Fact.Kind.RATE);

  private final QuestionParser reader = QuestionParser.standard();
  private final SearchPort search;
  private final Catalogue catalogue;
  private final Clock clock;
  private final AtomicReference<@Nullable Known> latest = new AtomicReference<>();

  /** The directory of agencies and the generation of the index it was made from. */
  private record Known(
      long generation, AgencyDirectory directory, Map<KnownAgency, List<Hit>> documents) {}

  /** Answers from an index; 去年 is the year before that of the clock. */
  public AnswerFinder(SearchPort search, Catalogue catalogue, Clock clock) {
    this.search = search;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** The answer; empty where what was typed is no question for a number. */
  public Optional<DirectAnswer> of(String typed, Links links) {
    return reader
        .read(typed, Year.now(clock).getValue(), () -> known().directory())
        .map(question -> answer(question, new FactCells(links)));
  }

  /** The agencies of which documents are kept. */
  AgencyDirectory directory() {
    return known().directory();
  }

  private Known known() {
    Catalogue.Snapshot now = catalogue.now();
    Known known = latest.get();
    if (known == null || known.generation() != now.generation()) {
      Map<KnownAgency, List<Hit>> documents = agencies(now.documents());
      known = new Known(now.generation(), new AgencyDirectory(documents.keySet()), documents);
      latest.set(known);
    }
    return known;
  }

  private static Map<KnownAgency, List<Hit>> agencies(List<Hit> documents) {
    Map<List<Object>, KnownAgency> agencies = new HashMap<>();
    return HitGroups.by(documents, hit -> agencies.computeIfAbsent(key(hit), k -> agency(hit)));
  }

  private static List<Object> key(Hit hit) {
    return List.of(hit.region(), Catalogue.agency(hit));
  }

  private static KnownAgency agency(Hit hit) {
    return KnownAgency.of(hit.region(), Catalogue.agency(hit));
  }

  private DirectAnswer answer(NumericQuestion question, FactCells cells) {
    if (question.subject().unknown()) {
      return DirectAnswer.without(question, DirectAnswer.Form.UNKNOWN);
    }
    Known known = known();
    SearchAddress address = address(question, known);
    if (search.total(address.request()) > MOST) {
      return DirectAnswer.without(question, DirectAnswer.Form.TOO_MANY);
    }
    Map<KnownAgency, List<FactHit>> facts = new HashMap<>();
    search.each(
        address.request(),
        hit -> facts.computeIfAbsent(agency(hit), k -> new ArrayList<>()).add(new FactHit(hit)));
    List<AgencyFacts> agencies = new ArrayList<>();
    for (KnownAgency agency : question.subject().agencies()) {
      agencies.add(
          AgencyFacts.of(
              agency,
              facts.getOrDefault(agency, List.of()),
              known.documents().getOrDefault(agency, List.of()),
              cells));
    }
    return question.subject().list()
        ? new ListAnswer(question, agencies).answer()
        : one(question, agencies.getFirst());
  }

  private static SearchAddress address(NumericQuestion question, Known known) {
    SearchAddress address =
        SearchAddress.of("", Scope.FACTS)
            .toggled(Dimension.ACCOUNT, question.account().account().name())
            .toggled(Dimension.ITEM, SearchRequest.NOT_STATED);
    for (Fact.Kind kind : KINDS) {
      address = address.toggled(Dimension.FACT_KIND, kind.id());
    }
    Set<Integer> years = new TreeSet<>(question.years());
    question.years().forEach(year -> years.add(year - 1));
    boolean one = !question.subject().list();
    for (int year : one ? Set.<Integer>of() : years) {
      address = address.toggled(Dimension.FACT_YEAR, Integer.toString(year));
    }
    return narrowed(address, question.subject(), known);
  }

  /** Narrowed by agencies or regions, where all of those meant have one. */
  private static SearchAddress narrowed(
      SearchAddress address, NumericQuestion.Subject who, Known known) {
    if (who.named().isEmpty()) {
      return address;
    }
    Set<String> names = new LinkedHashSet<>();
    Set<String> regions = new LinkedHashSet<>();
    for (KnownAgency agency : who.agencies()) {
      known.documents().getOrDefault(agency, List.of()).stream()
          .map(hit -> Objects.requireNonNullElse(hit.agency(), ""))
          .forEach(names::add);
      regions.add(String.join("/", agency.region()));
    }
    boolean named = names.size() <= MOST_NAMED && !names.contains("");
    Set<String> chosen = named ? names : regions;
    if (!named && (regions.size() > MOST_NAMED || regions.contains(""))) {
      return address;
    }
    SearchAddress narrowed = address;
    for (String value : chosen) {
      narrowed = narrowed.toggled(named ? Dimension.AGENCY : Dimension.REGION, value);
    }
    return narrowed;
  }

  private static DirectAnswer one(NumericQuestion question, AgencyFacts agency) {
    SliceOrder order = new SliceOrder(question.account());
    List<DirectAnswer.Line> lines = new ArrayList<>();
    List<DirectAnswer.Line> others = new ArrayList<>();
    List<Integer> years = years(question, agency);
    for (int year : years) {
      List<Slice> slices =
          agency.values(year).keySet().stream().sorted(order.comparator()).toList();
      boolean stated = !slices.isEmpty() && order.asked(slices.getFirst());
      lines.add(agency.line(year, stated ? slices.getFirst() : null, year - 1));
      if (years.size() == 1) {
        slices.stream()
            .skip(stated ? 1 : 0)
            .limit(OTHERS)
            .forEach(slice -> others.add(agency.line(year, slice, year - 1)));
      }
    }
    if (lines.stream().noneMatch(DirectAnswer.Line::valued) && others.isEmpty()) {
      agency.years().descendingSet().stream()
          .limit(1)
          .forEach(year -> others.add(first(agency, year, order)));
    }
    return new DirectAnswer(
        question,
        DirectAnswer.Form.ONE,
        lines,
        others,
        DirectAnswer.Basis.NONE,
        DirectAnswer.Missing.NOTHING,
        agency.documents().stream().filter(d -> years.contains(d.year())).toList(),
        kept(agency));
  }

  private static DirectAnswer.Line first(AgencyFacts agency, int year, SliceOrder order) {
    Slice slice = agency.values(year).keySet().stream().min(order.comparator()).orElse(null);
    return agency.line(year, slice, year - 1);
  }

  private static List<Integer> kept(AgencyFacts agency) {
    return agency.documents().stream()
        .map(Hit::year)
        .filter(Objects::nonNull)
        .distinct()
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
  }

  /** The years asked for, else the latest of which there is a value, else the latest kept. */
  private static List<Integer> years(NumericQuestion question, AgencyFacts agency) {
    if (!question.years().isEmpty()) {
      return question.years();
    }
    List<Integer> stated =
        agency.years().descendingSet().stream().limit(question.latest()).sorted().toList();
    return stated.isEmpty() ? kept(agency).stream().limit(1).toList() : stated;
  }
}
