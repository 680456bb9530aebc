package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.text.PatternTable;

/**
 * Reports a number of a sentence that is probably a misprint of another of the same name: two
 * neighboring digits are exchanged, or one digit of a long number is another. Two unrelated numbers
 * of five digits differ like this in about one of 20,000 cases. Nothing is reported of a number
 * that is printed twice or that other numbers of its sentence confirm, or if the words of the two
 * tell them apart ({@link NumberContext}), since those of two years, funds or bodies may be alike.
 */
final class MisprintedNumberChecks {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(MisprintedNumberChecks.class);
  private static final Pattern IGNORED_IN_NAME = PATTERNS.get("misprint-ignored");
  private static final Pattern GENERAL_WORD = PATTERNS.get("misprint-general");
  private static final Pattern NOT_COMPARED = PATTERNS.get("misprint-not-compared");
  private static final String PERCENT = "%";
  private static final int MIN_DIGITS = 4;

  /** Minimum number of digits of two numbers of which no other numbers confirm either. */
  private static final int MIN_DIGITS_UNCONFIRMED = 5;

  /** Minimum number of digits of which one is replaced. */
  private static final int MIN_DIGITS_ONE_WRONG = 6;

  /** Maximum number of similar values; where there are more, similar numbers are common. */
  private static final int MAX_SIMILAR_VALUES = 2;

  /** Maximum number of places of a similar value that are compared. */
  private static final int MAX_PLACES = 20;

  private static final int MIN_NAME_LENGTH = 2;
  private static final int MIN_NAME_LENGTH_UNCONFIRMED = 3;

  private final NamedNumbers numbers;
  private final IdentityHashMap<NamedNumber, String> names = new IdentityHashMap<>();
  private final IdentityHashMap<NamedNumber, NumberContext> contexts = new IdentityHashMap<>();

  private MisprintedNumberChecks(NamedNumbers numbers) {
    this.numbers = numbers;
  }

  static List<RuleResult> checkAll(AuditedDocument document) {
    MisprintedNumberChecks checks = new MisprintedNumberChecks(NamedNumbers.readAll(document));
    return checks.numbers.inSentences().stream()
        .filter(n -> !n.unit().equals(PERCENT))
        .filter(n -> countDigits(n.value()) >= MIN_DIGITS - 1 && checks.isPrintedOnce(n))
        .flatMap(n -> checks.check(n).stream())
        .toList();
  }

  /** Reports a number that is printed once if another of its name is printed almost alike. */
  private Optional<RuleResult> check(NamedNumber number) {
    List<List<NamedNumber>> similar =
        similarValues(number.value())
            .map(value -> numbers.find(number.unit(), value))
            .filter(found -> !found.isEmpty())
            .limit(MAX_SIMILAR_VALUES + 1)
            .toList();
    return similar.size() > MAX_SIMILAR_VALUES
        ? Optional.empty()
        : similar.stream()
            .flatMap(found -> found.stream().limit(MAX_PLACES))
            .filter(other -> isMisprintOf(number, other))
            .findFirst()
            .map(other -> createFinding(number, other));
  }

  private boolean isMisprintOf(NamedNumber number, NamedNumber other) {
    boolean swapped = PrintedNumbers.differBySwappedDigits(number.value(), other.value());
    int digits = Math.max(countDigits(number.value()), countDigits(other.value()));
    if (digits < (swapped ? MIN_DIGITS : MIN_DIGITS_ONE_WRONG)
        || isDifferencePrinted(number, other)) {
      return false;
    }
    String name = names.computeIfAbsent(number, MisprintedNumberChecks::nameOf);
    String otherName = names.computeIfAbsent(other, MisprintedNumberChecks::nameOf);
    if (!canNameTheSame(name, otherName, swapped)
        || numbers.findInSentenceOf(number).contains(other)
        || !contextOf(number).canBeSame(contextOf(other))
        || isConfirmed(number, number.value())) {
      return false;
    }
    boolean confirmed =
        other.isInTable()
            || !isPrintedOnce(other)
            || isConfirmed(other, other.value())
            || isConfirmed(number, other.value());
    return confirmed
        || (digits >= MIN_DIGITS_UNCONFIRMED
            && Math.min(name.length(), otherName.length()) >= MIN_NAME_LENGTH_UNCONFIRMED
            && other.isBefore(number));
  }

  private static boolean canNameTheSame(String name, String other, boolean mayContain) {
    return Math.min(name.length(), other.length()) >= MIN_NAME_LENGTH
        && (name.equals(other) || (mayContain && (name.contains(other) || other.contains(name))));
  }

  /**
   * The name of a number without the words that names of the same thing may lack; empty if only
   * general words are left, or if it is a change, a unit cost or the like.
   */
  private static String nameOf(NamedNumber number) {
    if (NOT_COMPARED.matcher(number.label()).find()) {
      return "";
    }
    String name = IGNORED_IN_NAME.matcher(number.label()).replaceAll("");
    return GENERAL_WORD.matcher(name).replaceAll("").length() < MIN_NAME_LENGTH ? "" : name;
  }

  private NumberContext contextOf(NamedNumber number) {
    return contexts.computeIfAbsent(number, NumberContext::read);
  }

  private boolean isPrintedOnce(NamedNumber number) {
    return numbers.find(number.unit(), number.value()).size() == 1;
  }

  /** Whether the document prints the difference of two numbers, which are then two things. */
  private boolean isDifferencePrinted(NamedNumber one, NamedNumber other) {
    return !numbers.find(one.unit(), one.value().subtract(other.value()).abs()).isEmpty();
  }

  /** Whether the sentence of a number confirms a value in its place; false for a cell. */
  private boolean isConfirmed(NamedNumber number, BigDecimal value) {
    List<NamedNumber> sentence = numbers.findInSentenceOf(number);
    List<NamedNumber> alike =
        sentence.stream().filter(n -> n.unit().equals(number.unit())).toList();
    List<BigDecimal> rates =
        sentence.stream().filter(n -> n.unit().equals(PERCENT)).map(NamedNumber::value).toList();
    return !alike.isEmpty()
        && new SentenceArithmetic(alike.stream().map(NamedNumber::value).toList(), rates)
            .confirms(value, alike.indexOf(number));
  }

  /** The number of digits between the first and the last that is not zero. */
  private static int countDigits(BigDecimal value) {
    return value.stripTrailingZeros().precision();
  }

  /** The values of which two neighboring digits, or one digit, differ from those of a value. */
  private static Stream<BigDecimal> similarValues(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    // With a zero after the last digit, which may be exchanged with it.
    BigDecimal longer = stripped.setScale(stripped.scale() + 1);
    String digits = longer.unscaledValue().toString();
    Stream<String> swapped =
        IntStream.range(0, digits.length() - 1)
            .filter(i -> digits.charAt(i) != digits.charAt(i + 1))
            .mapToObj(
                i ->
                    digits.substring(0, i)
                        + digits.charAt(i + 1)
                        + digits.charAt(i)
                        + digits.substring(i + 2));
    Stream<String> replaced =
        digits.length() <= MIN_DIGITS_ONE_WRONG
            ? Stream.of()
            : IntStream.range(0, digits.length() - 1)
                .boxed()
                .flatMap(
                    i ->
                        IntStream.rangeClosed('0', '9')
                            .filter(digit -> digit != digits.charAt(i))
                            .mapToObj(
                                digit ->
                                    digits.substring(0, i)
                                        + (char) digit
                                        + digits.substring(i + 1)));
    return Stream.concat(swapped, replaced)
        .filter(shown -> shown.charAt(0) != '0')
        .map(shown -> new BigDecimal(new BigInteger(shown), longer.scale()));
  }

  private static RuleResult createFinding(NamedNumber number, NamedNumber other) {
    String message = other.isInTable() ? "text-against-table/misprint" : "same-figure/misprint";
    return RuleResult.forMessage(
        message,
        FindingDraft.create(message, number.location())
            .setUnequalNumbers(number.printed(), other.printed())
            .setOtherLocation(other.location())
            .toResult(number.printed(), other.printed()));
  }
}
