package org.mingzhang.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.region.PlaceChain;
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
   * Parses a query; empty if it is not a numeric question.
   *
   * @param typed the query
   * @param currentYear the current calendar year, which 去年 and 今年 refer to
   * @param directory supplies the agencies; called only if needed
   */
  public Optional<NumericQuestion> read(
      String typed, int currentYear, Supplier<AgencyDirectory> directory) {
    if (typed.length() > MAX_LENGTH
        || QUERY_OPERATOR.matcher(typed).find()
        || hasQuotationMarks(typed)) {
      return Optional.empty();
    }
    String folded = fold(typed);
    if (!namesAccount(folded)) {
      return Optional.empty();
    }
    QuestionYears years = QuestionYears.parse(folded, currentYear);
    return findAccounts(years.rest()).stream()
        .map(named -> interpret(named, years, directory))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Whether there are quotation marks other than those that belong to a name (“三公”经费). */
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

  private boolean namesAccount(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (lexicon.findAccountAt(text, i) != null) {
        return true;
      }
    }
    return false;
  }

  /** The accounts that a text names, last first. */
  private List<QuestionLexicon.AccountMention> findAccounts(String text) {
    List<QuestionLexicon.AccountMention> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      QuestionLexicon.AccountMention named = lexicon.findAccountAt(text, at);
      if (named == null) {
        at++;
      } else {
        found.addFirst(named);
        at = named.end();
      }
    }
    return found;
  }

  private Optional<NumericQuestion> interpret(
      QuestionLexicon.AccountMention named,
      QuestionYears years,
      Supplier<AgencyDirectory> directory) {
    String text = years.rest();
    NameContext context = new NameContext(lexicon);
    context.read(text.substring(0, named.start()));
    context.read(text.substring(named.end()));
    Optional<NumericQuestion.AskedAgencies> subject = findSubject(context, years, directory);
    return subject.map(
        of ->
            new NumericQuestion(
                named.name().stage() == null
                    ? withStage(named.name(), context.stage)
                    : named.name(),
                of,
                years.years(),
                years.latest(),
                context.operator));
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
    List<String> readings = joinInBothOrders(context);
    for (String name : readings) {
      AgencyDirectory.Match found = findEachOf(name, known, listed);
      if (!found.agencies().isEmpty()) {
        boolean list = listed || found.place() || found.agencies().size() > 1;
        return Optional.of(
            new NumericQuestion.AskedAgencies(name, found.agencies(), list, context.asksForPlaces));
      }
    }
    return readings.stream()
        .filter(this::isUncollectedAgencyOrPlace)
        .findFirst()
        .map(
            name ->
                new NumericQuestion.AskedAgencies(name, List.of(), listed, context.asksForPlaces));
  }

  /** The names as typed and without keywords at their ends, each also in the other order. */
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
      String name, AgencyDirectory known, boolean includeAgenciesBelow) {
    AgencyDirectory.Match whole = known.find(name, includeAgenciesBelow);
    if (!whole.agencies().isEmpty()) {
      return whole;
    }
    for (Matcher and = CONJUNCTION.matcher(name); and.find(); ) {
      AgencyDirectory.Match first = known.find(name.substring(0, and.start()), false);
      if (!first.agencies().isEmpty()) {
        AgencyDirectory.Match others = findEachOf(name.substring(and.end()), known, false);
        if (!others.agencies().isEmpty()) {
          Set<KnownAgency> each = new LinkedHashSet<>(first.agencies());
          each.addAll(others.agencies());
          return new AgencyDirectory.Match(List.copyOf(each), first.place() || others.place());
        }
      }
    }
    return whole;
  }

  /** Whether a name that is not in the directory is that of an agency or a place. */
  private boolean isUncollectedAgencyOrPlace(String name) {
    PlaceChain place = gazetteer.leadingPlaces(name);
    return place.end() > 0
        && (place.end() == name.length()
            || KnownAgency.hasAgencySuffix(name.substring(place.end())));
  }

  /** The text before and after an account's name: keywords, stages and names. */
  private static final class NameContext {
    private final QuestionLexicon lexicon;
    private final List<String> names = new ArrayList<>();
    private final List<String> namesAsTyped = new ArrayList<>();
    private QuestionOperator operator = QuestionOperator.NONE;
    private @Nullable Stage stage;
    private boolean asksForAgencies;
    private boolean asksForPlaces;

    private NameContext(QuestionLexicon lexicon) {
      this.lexicon = lexicon;
    }

    /** Reads the text on one side of the account's name. */
    private void read(String text) {
      int at = 0;
      StringBuilder name = new StringBuilder();
      while (at < text.length()) {
        int end = consumeKeywordAt(text, at);
        if (end == at) {
          name.append(text.charAt(at++));
        } else {
          drainName(name);
          at = end;
        }
      }
      drainName(name);
    }

    /**
     * Adds the collected name and empties the builder: to {@link #names} without one-character
     * keywords at both ends, to {@link #namesAsTyped} without those at its end only, since a first
     * character that looks like a keyword may belong to the name (中 in 中共).
     */
    private void drainName(StringBuilder name) {
      String bare = name.toString();
      name.setLength(0);
      int from = 0;
      int to = bare.length();
      while (from < to && isTrimmableKeyword(bare.charAt(from))) {
        from++;
      }
      while (to > from && isTrimmableKeyword(bare.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        names.add(bare.substring(from, to));
        namesAsTyped.add(bare.substring(0, to));
      }
    }

    /**
     * Whether a character is a one-character keyword that may be trimmed from the ends of a name.
     */
    private boolean isTrimmableKeyword(char c) {
      QuestionLexicon.Keyword word = lexicon.findKeywordAt(String.valueOf(c), 0);
      return word != null && word.kind() == QuestionLexicon.Kind.EDGE;
    }

    /**
     * Applies the keyword or stage that begins at an offset, or skips a space. Returns the offset
     * after it; the same offset if there is none.
     */
    private int consumeKeywordAt(String text, int at) {
      if (text.charAt(at) == ' ') {
        return at + 1;
      }
      QuestionLexicon.Keyword word = lexicon.findKeywordAt(text, at);
      if (word != null && word.kind() != QuestionLexicon.Kind.EDGE) {
        applyKeyword(word.kind());
        return word.end();
      }
      return consumeStageAt(text, at);
    }

    private int consumeStageAt(String text, int at) {
      for (int end = Math.min(text.length(), at + 8); end > at + 1; end--) {
        Optional<Stage> found = ChartOfAccounts.findStage(text.substring(at, end));
        if (found.isPresent()) {
          stage = found.get();
          return end;
        }
      }
      return at;
    }

    private void applyKeyword(QuestionLexicon.Kind kind) {
      switch (kind) {
        case RISE -> operator = QuestionOperator.RISE;
        case FALL -> operator = QuestionOperator.FALL;
        case CHANGE ->
            operator = operator == QuestionOperator.NONE ? QuestionOperator.CHANGE : operator;
        case MOST -> operator = operator.comparesYears() ? operator : QuestionOperator.MOST;
        case LEAST -> operator = operator.comparesYears() ? operator : QuestionOperator.LEAST;
        case AGENCIES -> asksForAgencies = true;
        case PLACES -> asksForPlaces = true;
        case FILLER, EDGE -> {}
      }
    }
  }
}
