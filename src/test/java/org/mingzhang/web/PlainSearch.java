package org.mingzhang.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.analysis.SimplifiedToTraditionalConverter;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactAnchors;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.FindingAnchors;
import org.mingzhang.model.FindingGap;
import org.mingzhang.model.IndexedLocation;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.ExportRow;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchCursor;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.search.Suggestion;
import org.mingzhang.search.TextReuseResult;
import org.mingzhang.target.TargetDeviation;
import org.mingzhang.target.UndecidedTargetReason;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/** A search by looking at everything: slow, plain and good enough to show pages with. */
@org.jspecify.annotations.NullUnmarked
final class PlainSearch implements SearchPort {
  private record Entry(Hit hit, String text, Map<FacetDimension, String> facets) {}

  private static final Pattern FAR = Pattern.compile("gap_percent:>=?(\\d+)%");
  private static final Pattern AGENCY = Pattern.compile("agency:\"([^\"]*)\"");
  private static final Pattern AGENCIES =
      Pattern.compile("\\(?" + AGENCY + "(?: OR " + AGENCY + ")*\\)?");

  private final List<Entry> entries = new ArrayList<>();

  /** Given before; so what a page costs is not what looking through all of this costs. */
  private final Map<SearchRequest, SearchResults> answers = new ConcurrentHashMap<>();

  PlainSearch(List<ArchivedDisclosure> documents) {
    documents.forEach(this::add);
  }

  private void add(ArchivedDisclosure document) {
    Disclosure disclosure = document.disclosure();
    Map<String, String> file = new HashMap<>();
    put(file, "mediaType", disclosure.source().mediaType());
    if (InventedDisclosures.COLLECTED.equals(document.version().url())) {
      put(file, "source", "bsq");
      put(file, "site", "www.example.gov.cn");
      put(file, "published", "2024-08-30");
      put(file, "due", "2024-08-20");
      put(file, "dueRule", "final-approved");
      put(file, "dueQuote", "2024年7月31日区财政局批复决算");
      put(file, "daysLate", "10");
    }
    entry(
        document, SearchScope.DOCUMENTS, "", -1, disclosure.metadata().title(), "", file, null, 1);
    for (int i = 0; i < disclosure.sections().size(); i++) {
      Section s = disclosure.sections().get(i);
      entry(
          document,
          SearchScope.SECTIONS,
          "/" + document.sectionIds().get(i),
          i,
          s.heading(),
          s.text(),
          Map.of(),
          null,
          s.page());
    }
    for (int i = 0; i < disclosure.indicators().size(); i++) {
      Indicator r = disclosure.indicators().get(i);
      Map<String, String> values = new HashMap<>();
      put(values, "level1", r.level1());
      put(values, "level2", r.level2());
      put(values, "target", r.target());
      put(values, "actual", r.actual());
      put(values, "weight", r.weight());
      put(values, "score", r.score());
      put(values, "met", Labels.id(r.met()));
      TargetDeviation.compute(r)
          .ifPresent(
              apart -> {
                put(values, "deviation", apart.percent().toPlainString());
                put(values, "times", apart.ratio().toPlainString());
                put(values, "gapPercent", apart.percent().abs().toPlainString());
              });
      UndecidedTargetReason.findReason(r).ifPresent(why -> put(values, "undecided", why.id()));
      entry(
          document,
          SearchScope.INDICATORS,
          row(document, r.sectionPath(), "#i" + i),
          at(disclosure, r.sectionPath()),
          r.level3(),
          "",
          values,
          null,
          r.page());
    }
    for (int i = 0; i < disclosure.figures().size(); i++) {
      Figure f = disclosure.figures().get(i);
      entry(
          document,
          SearchScope.FIGURES,
          row(document, f.sectionPath(), "#f" + i),
          at(disclosure, f.sectionPath()),
          f.name(),
          f.quote(),
          Map.of("name", f.name(), "value", f.value(), "unit", f.unit(), "quote", f.quote()),
          f.yuan().orElse(null),
          f.page());
    }
    facts(document);
    List<String> anchors = FindingAnchors.ofDocument(disclosure.findings()).names();
    for (int i = 0; i < disclosure.findings().size(); i++) {
      Finding f = disclosure.findings().get(i);
      Map<String, String> values = new HashMap<>();
      put(values, "kind", f.kind().id());
      put(values, "severity", Labels.id(f.severity()));
      put(values, "quote", f.quote());
      put(values, "formula", f.formula());
      put(values, "rule", f.rule());
      put(values, "stated", f.stated());
      put(values, "computed", f.computed());
      if (f.other() != null) {
        put(values, "otherQuote", f.other().quote());
        put(values, "otherPage", String.valueOf(f.other().page()));
        put(values, "other", row(document, f.other().sectionPath(), ""));
        values.merge("other", document.id(), (suffix, id) -> id + suffix);
      }
      FindingGap gap = f.gap();
      if (gap != null) {
        put(values, "gapYuan", String.valueOf(gap.yuan()));
        put(values, "gapPercent", String.valueOf(gap.percent()));
      }
      put(values, "message", f.message());
      put(values, "messageEnglish", f.messageEnglish());
      entry(
          document,
          SearchScope.FINDINGS,
          row(document, f.sectionPath(), "#" + anchors.get(i)),
          at(disclosure, f.sectionPath()),
          f.message(),
          f.quote(),
          values,
          null,
          f.page());
    }
  }

  private void facts(ArchivedDisclosure document) {
    List<Fact> facts = document.disclosure().facts();
    List<String> anchors = FactAnchors.computeAnchors(facts).names();
    for (int i = 0; i < facts.size(); i++) {
      Fact f = facts.get(i);
      String path = f.locations().getFirst().sectionPath();
      entry(
          document,
          SearchScope.FACTS,
          row(document, path, "#" + anchors.get(i)),
          at(document.disclosure(), path),
          f.account(),
          f.locations().getFirst().quote(),
          values(document, f),
          f.kind() == Fact.Kind.AMOUNT ? f.value() : null,
          f.locations().getFirst().page());
    }
  }

  private static Map<String, String> values(ArchivedDisclosure document, Fact f) {
    FactContext about = f.context();
    Map<String, String> values = new HashMap<>();
    put(values, "item", about.item());
    put(values, "code", about.code());
    put(values, "stage", about.stage() == null ? null : about.stage().label());
    put(values, "fund", about.fund() == null ? null : about.fund().label());
    put(values, "perimeter", about.perimeter() == null ? null : about.perimeter().label());
    put(values, "entity", about.entity());
    put(values, "factYear", about.year() == null ? null : about.year().toString());
    put(values, "kind", f.kind().id());
    put(values, "value", f.value().toPlainString());
    put(values, "printed", f.printed());
    put(values, "unit", f.unit());
    put(values, "disputed", f.disputed() ? "true" : null);
    put(values, "quote", f.locations().getFirst().quote());
    Fact.ReferenceAmount reference = f.reference();
    if (reference != null) {
      put(values, "of", reference.rateOf() == null ? null : reference.rateOf().id());
      put(values, "againstStage", reference.stage() == null ? null : reference.stage().label());
      put(values, "againstYear", reference.year() == null ? null : reference.year().toString());
    }
    put(
        values,
        "places",
        IndexedLocation.encode(
            f.locations().stream()
                .map(
                    p ->
                        new IndexedLocation(
                            document.sectionIds().get(at(document.disclosure(), p.sectionPath())),
                            p.page(),
                            p.start(),
                            p.end(),
                            p.cell()))
                .toList()));
    return values;
  }

  private static void put(Map<String, String> values, String name, String value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  private static int at(Disclosure disclosure, String path) {
    for (int i = 0; i < disclosure.sections().size(); i++) {
      if (disclosure.sections().get(i).path().equals(path)) {
        return i;
      }
    }
    return -1;
  }

  private static String row(ArchivedDisclosure document, String path, String anchor) {
    return "/" + document.sectionIds().get(at(document.disclosure(), path)) + anchor;
  }

  private void entry(
      ArchivedDisclosure document,
      SearchScope scope,
      String suffix,
      int section,
      String title,
      String text,
      Map<String, String> values,
      BigDecimal amount,
      int page) {
    DocumentMetadata about = document.disclosure().metadata();
    List<Section> sections = document.disclosure().sections();
    List<String> path =
        section < 0
            ? List.of()
            : List.of(
                sections.get(section).path().contains(".")
                    ? sections
                        .get(
                            at(document.disclosure(), sections.get(section).path().substring(0, 1)))
                        .heading()
                    : "概览");
    Map<FacetDimension, String> facets = new EnumMap<>(FacetDimension.class);
    facets.put(FacetDimension.REGION, String.join("/", about.region().path()));
    facets.put(FacetDimension.YEAR, about.year().toString());
    facets.put(FacetDimension.CATEGORY, about.category().label());
    facets.put(FacetDimension.AGENCY_TYPE, about.agencyType().label());
    if (section >= 0) {
      facets.put(FacetDimension.TOPIC, sections.get(section).topic().label());
    }
    values.forEach((k, v) -> FacetDimension.ofId(k).ifPresent(d -> facets.put(d, v)));
    facets.computeIfPresent(
        FacetDimension.PUBLISHED, (d, day) -> day.substring(0, 4) + "/" + day.substring(0, 7));
    if (scope == SearchScope.FACTS) {
      facets.remove(FacetDimension.FINDING_KIND);
      facets.put(FacetDimension.ACCOUNT, title);
      facets.put(FacetDimension.AGENCY, about.agency());
      facets.put(FacetDimension.FACT_KIND, values.get("kind"));
      facets.put(FacetDimension.FACT_YEAR, values.get("factYear"));
      facets.values().removeIf(java.util.Objects::isNull);
    }
    entries.add(
        new Entry(
            new Hit(
                document.id() + suffix,
                scope,
                document.id(),
                about.title(),
                path,
                title,
                about.agency(),
                about.region().path(),
                about.year(),
                about.category().label(),
                facets.get(FacetDimension.TOPIC),
                page,
                List.of(),
                0,
                List.of(page),
                amount,
                values),
            title + "\n" + text,
            facets));
  }

  @Override
  public SearchResults search(SearchRequest request) {
    return answers.computeIfAbsent(request, this::found);
  }

  private SearchResults found(SearchRequest request) {
    List<Entry> found =
        entries.stream()
            .filter(e -> e.hit().scope() == request.scope() && matches(e, request, null))
            .toList();
    int from =
        request.after() == null
            ? 0
            : SearchCursor.decode(request.after()).map(SearchCursor::year).orElse(0);
    int to = Math.min(found.size(), from + request.size());
    Map<FacetDimension, List<FacetValue>> facets = new EnumMap<>(FacetDimension.class);
    for (FacetDimension d : FacetDimension.values()) {
      Map<String, Long> counts = new TreeMap<>(Comparator.reverseOrder());
      entries.stream()
          .filter(
              e ->
                  e.hit().scope() == request.scope()
                      && matches(e, request, d)
                      && e.facets().containsKey(d))
          .forEach(
              e -> prefixes(e.facets().get(d), d).forEach(v -> counts.merge(v, 1L, Long::sum)));
      if (!counts.isEmpty()) {
        facets.put(d, tree(counts, "", d, request));
      }
    }
    Map<SearchScope, Long> totals = new EnumMap<>(SearchScope.class);
    for (SearchScope s : SearchScope.values()) {
      totals.put(
          s,
          entries.stream().filter(e -> e.hit().scope() == s && matches(e, request, null)).count());
    }
    return new SearchResults(
        request,
        found.size(),
        1_234_567,
        found.subList(Math.min(from, to), to).stream()
            .map(e -> snipped(e, request.query()))
            .toList(),
        facets,
        totals,
        to < found.size() ? new SearchCursor(0, to, 0).encode() : null,
        List.of(),
        request.query().equals("公务结待费") ? "公务接待费" : null,
        false);
  }

  private static List<String> prefixes(String value, FacetDimension d) {
    List<String> all = new ArrayList<>();
    if (d.hierarchical()) {
      for (int i = value.indexOf('/'); i > 0; i = value.indexOf('/', i + 1)) {
        all.add(value.substring(0, i));
      }
    }
    all.add(value);
    return all;
  }

  private static List<FacetValue> tree(
      Map<String, Long> counts, String under, FacetDimension d, SearchRequest request) {
    return counts.entrySet().stream()
        .filter(
            e ->
                e.getKey().startsWith(under)
                    && (!d.hierarchical() || e.getKey().indexOf('/', under.length()) < 0)
                    && e.getKey().length() > under.length())
        .map(
            e ->
                new FacetValue(
                    e.getKey().substring(e.getKey().lastIndexOf('/') + 1),
                    e.getKey(),
                    e.getValue(),
                    request.includedValues().getOrDefault(d, List.of()).contains(e.getKey()),
                    request.excludedValues().getOrDefault(d, List.of()).contains(e.getKey()),
                    d.hierarchical() ? tree(counts, e.getKey() + "/", d, request) : List.of()))
        .toList();
  }

  private static boolean matches(Entry entry, SearchRequest request, FacetDimension except) {
    for (FacetDimension d : FacetDimension.values()) {
      String value = entry.facets().getOrDefault(d, SearchRequest.NOT_STATED);
      List<String> wanted = request.includedValues().getOrDefault(d, List.of());
      if (d != except
          && !wanted.isEmpty()
          && wanted.stream().noneMatch(w -> value.equals(w) || value.startsWith(w + "/"))) {
        return false;
      }
      if (request.excludedValues().getOrDefault(d, List.of()).stream()
          .anyMatch(w -> value.equals(w) || value.startsWith(w + "/"))) {
        return false;
      }
    }
    Matcher far = FAR.matcher(request.query());
    if (far.find()) {
      String gap = entry.hit().values().get("gapPercent");
      if (gap == null || Double.parseDouble(gap) < Double.parseDouble(far.group(1))) {
        return false;
      }
    }
    List<String> agencies =
        AGENCY.matcher(request.query()).results().map(word -> word.group(1)).toList();
    return (agencies.isEmpty() || agencies.stream().anyMatch(entry.hit().agency()::contains))
        && words(request.query()).stream().allMatch(entry.text()::contains);
  }

  private static List<String> words(String typed) {
    String query = FAR.matcher(typed).replaceAll("");
    return AGENCIES.matcher(query).replaceAll("").isBlank()
        ? List.of()
        : List.of(
            AGENCIES
                .matcher(query)
                .replaceAll("")
                .replace("title:", "")
                .replace("\"", " ")
                .strip()
                .split("\\s+"));
  }

  private Hit snipped(Entry entry, String query) {
    Hit h = entry.hit();
    List<Hit.Fragment> fragments =
        highlightWords(query, List.of(entry.text().substring(entry.text().indexOf('\n') + 1)))
            .getFirst();
    int occurrences = (int) fragments.stream().filter(Hit.Fragment::matched).count();
    return new Hit(
        h.id(),
        h.scope(),
        h.documentId(),
        h.documentTitle(),
        h.path(),
        h.title(),
        h.agency(),
        h.region(),
        h.year(),
        h.category(),
        h.topic(),
        h.page(),
        fragments.stream().allMatch(f -> f.text().isEmpty()) ? List.of() : List.of(fragments),
        occurrences,
        h.pages(),
        h.amount(),
        h.values());
  }

  @Override
  public long count(SearchRequest request) {
    return search(request).total();
  }

  @Override
  public List<Suggestion> suggest(String typed, int most) {
    return List.of(
            new Suggestion("三公经费", "phrase", 12), new Suggestion("示例省样本市青石区总工会", "agency", 4))
        .stream()
        .filter(s -> s.text().contains(typed))
        .limit(most)
        .toList();
  }

  @Override
  public void forEach(SearchRequest request, Consumer<Hit> sink) {
    entries.stream()
        .filter(e -> e.hit().scope() == request.scope() && matches(e, request, null))
        .map(Entry::hit)
        .forEach(sink);
  }

  @Override
  public void forEachWithFullText(SearchRequest request, Consumer<ExportRow> sink) {
    entries.stream()
        .filter(e -> e.hit().scope() == request.scope() && matches(e, request, null))
        .forEach(e -> sink.accept(new ExportRow(e.hit(), e.text())));
  }

  @Override
  public List<FacetValue> findFacetValues(
      SearchRequest request, FacetDimension dimension, String containing, int most) {
    return search(request).facets().getOrDefault(dimension, List.of()).stream()
        .filter(value -> value.path().contains(containing))
        .limit(most)
        .toList();
  }

  @Override
  public Optional<TextReuseResult> findTextReuse(String sectionId) {
    return Optional.empty();
  }

  @Override
  public List<List<Hit.Fragment>> highlightWords(String query, List<String> texts) {
    List<List<Hit.Fragment>> marked = new ArrayList<>();
    for (String text : texts) {
      List<Hit.Fragment> fragments = new ArrayList<>();
      int at = 0;
      while (at < text.length()) {
        int next = text.length();
        String word = "";
        for (String w : words(query)) {
          int i = text.indexOf(w, at);
          if (i >= 0 && i < next) {
            next = i;
            word = w;
          }
        }
        if (next > at) {
          fragments.add(new Hit.Fragment(text.substring(at, next), false));
        }
        if (!word.isEmpty()) {
          fragments.add(new Hit.Fragment(word, true));
        }
        at = next + word.length();
      }
      marked.add(fragments);
    }
    return marked;
  }

  @Override
  public String toTraditional(String text) {
    return SimplifiedToTraditionalConverter.convert(text);
  }

  @Override
  public long generation() {
    return 1;
  }
}
