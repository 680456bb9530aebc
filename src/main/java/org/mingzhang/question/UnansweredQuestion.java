package org.mingzhang.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.text.TsvResource;

/**
 * A question that is understood but not answered: it asks for what no document states and the
 * portal does not compute.
 *
 * @param kind what it asks for
 * @param account the account that it names, or else the account whose pages are shown for its kind;
 *     empty if there is neither
 * @param limit the rate above or below which {@link Kind#COMPLETION} is asked for; null for others
 */
public record UnansweredQuestion(
    Kind kind, Optional<Account> account, @Nullable AmountLimit limit) {
  private static final int MAX_LENGTH = 60;
  private static final Set<QuestionLexicon.KeywordRole> ASKING_ROLES =
      EnumSet.of(QuestionLexicon.KeywordRole.AGENCIES, QuestionLexicon.KeywordRole.PLACES);
  private static final List<Words> WORDS =
      TsvResource.parseRows(UnansweredQuestion.class, "unanswered.tsv", 3, Words::parse);

  /** What an unanswered question asks for. */
  public enum Kind {
    /** The amounts of the reader's own place. */
    OWN_PLACE,
    /** Agencies that spent more than was budgeted. */
    OVER_BUDGET,
    /** An amount for each person. */
    PER_HEAD,
    /** What was not published. */
    UNDISCLOSED,
    /** Rates of completion, which are facts and can be searched. */
    COMPLETION,
    /** Indicators with their full score and a missed target, which can be searched. */
    FULL_SCORE,
    /**
     * A list ordered by amounts whose account the question does not name or the chart does not
     * have.
     */
    ORDER;

    /** Key of this kind in the messages and in the list of pages: {@code over-budget}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private record Words(Kind kind, Pattern words, Optional<Account> usualAccount) {
    static Words parse(List<String> cells) {
      return new Words(
          Kind.valueOf(cells.get(0).toUpperCase(Locale.ROOT).replace('-', '_')),
          Pattern.compile(String.join("|", TsvResource.splitList(cells.get(1)))),
          cells.get(2).isEmpty()
              ? Optional.empty()
              : Optional.of(
                  TsvResource.requireNamed(cells.get(2), ChartOfAccounts.agencies()::findAccount)));
    }
  }

  /**
   * Reads a query that has no answer; empty if it is not a question of one of these kinds, has
   * quotation marks or a colon, or is longer than {@link #MAX_LENGTH} characters. Besides the words
   * of a kind, a question has words that ask for agencies or places, or for an amount of money, or
   * names an account.
   */
  public static Optional<UnansweredQuestion> find(String typed) {
    String text = SearchNormalizer.fold(typed);
    if (text.length() > MAX_LENGTH || typed.matches(".*[\"“”‘’「」『』《》:：].*")) {
      return Optional.empty();
    }
    Optional<Account> account =
        QuestionLexicon.STANDARD.findAccounts(text).reversed().stream()
            .map(mention -> mention.name().account())
            .findFirst();
    boolean listed = QuestionLexicon.STANDARD.hasKeyword(text, ASKING_ROLES);
    boolean asks = listed || account.isPresent() || text.contains("多少");
    AmountLimit limit = QuestionLimit.parse(text).limit();
    AmountLimit rate = limit != null && limit.isRate() ? limit : null;
    return WORDS.stream()
        .filter(row -> row.words().matcher(text).find())
        .filter(
            row ->
                switch (row.kind()) {
                  case ORDER -> listed && account.isEmpty();
                  case COMPLETION -> rate != null;
                  case FULL_SCORE -> true;
                  default -> asks;
                })
        .findFirst()
        .map(
            row ->
                new UnansweredQuestion(
                    row.kind(),
                    account.or(row::usualAccount),
                    row.kind() == Kind.COMPLETION ? rate : null));
  }
}
