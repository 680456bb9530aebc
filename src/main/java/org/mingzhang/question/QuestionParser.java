package org.mingzhang.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.SearchNormalizer;

/**
 * Parses a query as a {@link NumericQuestion}. Every word must be the name of an account, an agency
 * or a place, a year, a stage or a keyword; a query with any other word (三公经费下降的原因) is an ordinary
 * search, as is one with quotation marks or operators, or with more than {@value #MAX_LENGTH}
 * characters.
 *
 * <p>The directory of agencies is requested only if the query contains an account and other words,
 * so that other searches need not load it.
 */
public final class QuestionParser {
  private static final int MAX_LENGTH = 60;
  private static final Pattern QUERY_OPERATOR =
      Pattern.compile("[\"*~|\\[\\]{}<>=]|[:：]\\S|\\b(?:AND|OR|NOT|NEAR)\\b|(?:^|\\s)-\\S");

  /** Minimum length of a word that may stand anywhere in the names of agencies of a kind. */
  private static final int MIN_KIND_LENGTH = 2;

  private static final Pattern CONJUNCTION = Pattern.compile("以及|[和与及、]");

  private final QuestionLexicon lexicon = QuestionLexicon.STANDARD;
  private final Gazetteer gazetteer;

  private QuestionParser(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** A parser with the gazetteer shipped with the program. */
  public static QuestionParser standard() {
    return new QuestionParser(Gazetteer.standard());
  }

  /**
   * Parses a query, as typed or else with its English terms in Chinese; empty if it is not a
   * numeric question.
   *
   * @param typed the query
   * @param currentYear the current calendar year, which 去年 and 今年 refer to
   * @param directory supplies the agencies; called only if needed
   */
  public Optional<NumericQuestion> read(
      String typed, int currentYear, Supplier<AgencyDirectory> directory) {
    return readAsTyped(typed, currentYear, directory)
        .or(
            () ->
                EnglishGlossary.standard()
                    .translate(typed)
                    .flatMap(chinese -> readAsTyped(chinese, currentYear, directory)));
  }

  private Optional<NumericQuestion> readAsTyped(
      String typed, int currentYear, Supplier<AgencyDirectory> directory) {
    if (typed.length() > MAX_LENGTH
        || QUERY_OPERATOR.matcher(typed).find()
        || hasQuotationMarks(typed)) {
      return Optional.empty();
    }
    String folded = fold(typed);
    if (lexicon.findAccounts(folded).isEmpty()) {
      return Optional.empty();
    }
    QuestionYears years = QuestionYears.parse(folded, currentYear);
    QuestionLimit limit = QuestionLimit.parse(years.remainingText());
    return lexicon.findAccounts(limit.remainingText()).stream()
        .map(named -> interpret(named, years, limit, directory))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Whether there are quotation marks other than quotation marks that belong to a name (“三公”经费).
   */
  private static boolean hasQuotationMarks(String typed) {
    String bare = typed.replaceAll("[“‘「]三公[”’」]", "三公");
    return bare.matches(".*[“”‘’「」『』《》].*");
  }

  /** Folds a query as the index does, but keeps one space for each run of white space. */
  private static String fold(String typed) {
    List<String> pieces = new ArrayList<>();
    for (String piece : typed.strip().split("\\s+", -1)) {
      pieces.add(SearchNormalizer.fold(piece));
    }
    return String.join(" ", pieces);
  }

  private Optional<NumericQuestion> interpret(
      QuestionLexicon.AccountMention mention,
      QuestionYears years,
      QuestionLimit limit,
      Supplier<AgencyDirectory> directory) {
    String text = limit.remainingText();
    NameContext context = new NameContext(lexicon);
    context.read(text.substring(0, mention.start()));
    context.read(text.substring(mention.end()));
    String typed = text.substring(mention.start(), mention.end());
    AmountLimit range = limit.limit();
    boolean ofRate = range != null && range.isRate();
    if (ofRate && !context.operator.comparesYears()) {
      return Optional.empty();
    }
    String counter = range == null || ofRate ? "" : range.counter();
    if (range != null && context.operator == QuestionOperator.NONE) {
      context.operator = range.lower() == null ? QuestionOperator.LEAST : QuestionOperator.MOST;
    }
    Optional<AccountName> meant =
        counter.isEmpty()
            ? Optional.of(mention.name())
            : lexicon.findCountAccount(typed + counter, mention.name());
    return meant.flatMap(
        account ->
            findSubject(context, years, directory)
                .map(
                    subject ->
                        new NumericQuestion(
                            account.stage() == null ? withStage(account, context.stage) : account,
                            subject,
                            years.years(),
                            years.latestYearCount(),
                            context.operator,
                            range,
                            counter.isEmpty() ? findHomonym(typed, account) : null)));
  }

  /**
   * The account of governments with the name of an account of agencies; null if it is the same
   * account or there is none.
   */
  private static NumericQuestion.@Nullable AccountHomonym findHomonym(
      String typed, AccountName meant) {
    return ChartOfAccounts.governments()
        .find(typed)
        .map(AccountName::account)
        .filter(account -> !account.name().equals(meant.account().name()))
        .map(account -> new NumericQuestion.AccountHomonym(typed, account))
        .orElse(null);
  }

  private static AccountName withStage(AccountName name, @Nullable Stage stage) {
    return new AccountName(name.account(), name.fund(), stage, name.item(), name.code());
  }

  private Optional<NumericQuestion.AskedAgencies> findSubject(
      NameContext context, QuestionYears years, Supplier<AgencyDirectory> directory) {
    boolean listed = context.asksForAgencies || context.asksForPlaces;
    if (context.names.isEmpty()) {
      boolean ordered =
          context.operator == QuestionOperator.MOST || context.operator == QuestionOperator.LEAST;
      boolean isListRequested =
          ordered
              || (listed
                  && (context.operator != QuestionOperator.NONE || !years.years().isEmpty()));
      return isListRequested
          ? Optional.of(
              new NumericQuestion.AskedAgencies(
                  "", directory.get().all(), true, context.asksForPlaces))
          : Optional.empty();
    }
    if (context.names.size() > 3) {
      return Optional.empty();
    }
    AgencyDirectory known = directory.get();
    if (lexicon.isKindOfBodies(context.names.getFirst())) {
      return findAgenciesOfKind(context, known);
    }
    List<String> readings = joinInBothOrders(context);
    for (String name : readings) {
      AgencyDirectory.Match found = findEachOf(name, known, listed);
      if (!found.agencies().isEmpty()) {
        boolean list = listed || found.matchesPlaceOnly() || found.agencies().size() > 1;
        return Optional.of(
            new NumericQuestion.AskedAgencies(name, found.agencies(), list, context.asksForPlaces));
      }
    }
    return findAgenciesOfKind(context, known)
        .or(() -> findSimilarAgencies(readings, known))
        .or(
            () ->
                readings.stream()
                    .filter(name -> isUncollectedAgencyOrPlace(name, context, known))
                    .findFirst()
                    .map(
                        name ->
                            new NumericQuestion.AskedAgencies(
                                name, List.of(), listed, context.asksForPlaces)));
  }

  /**
   * The agencies with a word such as 街道 or 医院 in their names, if the question asks for a list or
   * the word is known to denote a kind of bodies; a word of fewer than {@link #MIN_KIND_LENGTH}
   * characters must be at the end of the name. Otherwise empty. Needs a name in the context.
   */
  private Optional<NumericQuestion.AskedAgencies> findAgenciesOfKind(
      NameContext context, AgencyDirectory directory) {
    String kind = context.names.getFirst();
    boolean ofKind = context.operator != QuestionOperator.NONE || lexicon.isKindOfBodies(kind);
    List<KnownAgency> agencies =
        !ofKind || context.names.size() > 1
            ? List.of()
            : directory.all().stream()
                .filter(
                    agency ->
                        kind.length() < MIN_KIND_LENGTH
                            ? agency.core().endsWith(kind)
                            : agency.core().contains(kind))
                .toList();
    return agencies.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NumericQuestion.AskedAgencies(kind, agencies, true, context.asksForPlaces));
  }

  /**
   * The first reading that is similar to names of known agencies, together with these agencies;
   * empty if there is none.
   */
  private Optional<NumericQuestion.AskedAgencies> findSimilarAgencies(
      List<String> readings, AgencyDirectory directory) {
    return readings.stream()
        .map(
            name ->
                new NumericQuestion.AskedAgencies(
                    name, List.of(), SimilarAgencies.find(name, directory), false, false))
        .filter(asked -> !asked.similarAgencies().isEmpty())
        .findFirst();
  }

  /**
   * The names as typed and without keywords at their ends, each also with its parts in reverse
   * order.
   */
  private static List<String> joinInBothOrders(NameContext context) {
    Set<String> readings = new LinkedHashSet<>();
    for (List<String> names : List.of(context.namesAsTyped, context.names)) {
      readings.add(String.join("", names));
      readings.add(String.join("", names.reversed()));
    }
    return List.copyOf(readings);
  }

  /**
   * Finds the agencies of a name, or of several names joined by 和, 与, 及 or 、 if each of them is
   * known.
   */
  private static AgencyDirectory.Match findEachOf(
      String name, AgencyDirectory directory, boolean includeAgenciesBelow) {
    AgencyDirectory.Match whole = directory.find(name, includeAgenciesBelow);
    if (!whole.agencies().isEmpty()) {
      return whole;
    }
    for (Matcher and = CONJUNCTION.matcher(name); and.find(); ) {
      AgencyDirectory.Match first = directory.find(name.substring(0, and.start()), false);
      if (!first.agencies().isEmpty()) {
        AgencyDirectory.Match others = findEachOf(name.substring(and.end()), directory, false);
        if (!others.agencies().isEmpty()) {
          Set<KnownAgency> each = new LinkedHashSet<>(first.agencies());
          each.addAll(others.agencies());
          return new AgencyDirectory.Match(
              List.copyOf(each), first.matchesPlaceOnly() || others.matchesPlaceOnly());
        }
      }
    }
    return whole;
  }

  /**
   * Whether a name that is not in the directory denotes an agency or a place, and is not a known
   * agency followed by other words.
   */
  private boolean isUncollectedAgencyOrPlace(
      String name, NameContext context, AgencyDirectory known) {
    if (IntStream.range(1, name.length() - 1)
        .mapToObj(end -> known.find(name.substring(0, end), false))
        .anyMatch(found -> !found.agencies().isEmpty() && !found.matchesPlaceOnly())) {
      return false;
    }
    int place = gazetteer.leadingPlaces(name).end();
    int end = place;
    if (place == 0 && context.names.size() == 1) {
      end = Math.max(known.placePrefixLength(name), KnownAgency.leadingPlacesLength(name));
    }
    return (place > 0 && place == name.length())
        || (end > 0 && KnownAgency.hasAgencySuffix(name.substring(end)));
  }
}
