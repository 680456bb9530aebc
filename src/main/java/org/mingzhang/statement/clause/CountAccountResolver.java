package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.text.PatternTable;

/**
 * Finds the account of a number of things: the name of a device, a payment whose recipients are
 * counted, or the account that the table of counts has for the unit and the words.
 */
final class CountAccountResolver {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CountAccountResolver.class);
  private static final Pattern OTHER_PEOPLE = PATTERNS.get("other-people");
  private static final Pattern PURCHASE_WORDS = PATTERNS.get("purchase");
  private static final Pattern HOLDING_WORDS = PATTERNS.get("holding-words");
  private static final Pattern DEVICE_WITH_VALUE_LIMIT = PATTERNS.get("device");

  /**
   * Maximum number of characters of the name of a device with its value limit, such as
   * 单价50万元以上通用设备.
   */
  private static final int MAX_DEVICE_NAME_LENGTH = 40;

  /** Units of devices; numbers in these units never count people. */
  private static final String DEVICE_UNITS = "台套件";

  /** The word before what is bought. */
  private static final String PURCHASE_PREFIX = "购置";

  private static final String PEOPLE_UNITS = "人名户";

  private final FoldedText foldedText;
  private final DiscourseState discourse;

  CountAccountResolver(FoldedText foldedText, DiscourseState discourse) {
    this.foldedText = foldedText;
    this.discourse = discourse;
  }

  /**
   * The account of a number; empty if it has none. A payment and words that name an account are
   * kept for later counts of the sentence.
   *
   * @param text the words before the number
   * @param phrase the same words, read as a phrase
   * @param hasOwnNoun whether the words end in a noun that says what is counted, so that an account
   *     named earlier in the sentence does not apply
   */
  Optional<String> resolve(
      ProseToken.Numeral number, String text, AmountPhrase phrase, boolean hasOwnNoun) {
    rememberPurchase(text);
    return findDevice(number)
        .or(() -> setTopicToPayment(number, phrase))
        .or(() -> findAccount(number.unit(), text, phrase, hasOwnNoun));
  }

  /**
   * Remembers that the things that the sentence counts are bought, from a word for a purchase on
   * until a word says that things are held: 新购1辆，年末6辆.
   */
  private void rememberPurchase(String text) {
    boolean held = HOLDING_WORDS.matcher(text).find();
    if (held && discourse.sentence.countsPurchases) {
      discourse.sentence.countedThingWords = "";
    }
    discourse.sentence.countsPurchases =
        !held && (discourse.sentence.countsPurchases || PURCHASE_WORDS.matcher(text).find());
  }

  private static boolean isDeviceUnit(String unit) {
    return DEVICE_UNITS.indexOf(unit.charAt(0)) >= 0;
  }

  /**
   * The name of devices above a value, printed right before their number: 单价50万元以上通用设备4台. If the
   * devices are to be bought, the name begins with the word for purchase.
   */
  private Optional<String> findDevice(ProseToken.Numeral number) {
    if (!isDeviceUnit(number.unit())) {
      return Optional.empty();
    }
    String before =
        foldedText.text(Math.max(0, number.start() - MAX_DEVICE_NAME_LENGTH), number.start());
    Matcher device = DEVICE_WITH_VALUE_LIMIT.matcher(before);
    if (!device.find()) {
      return Optional.empty();
    }
    boolean bought =
        discourse.sentence.countsPurchases
            || before.substring(0, device.start()).endsWith(PURCHASE_PREFIX);
    return Optional.of((bought ? PURCHASE_PREFIX : "") + device.group("name"));
  }

  /**
   * Makes a payment that is named before the number of its recipients the topic for the rest of the
   * sentence, 发放生活补贴3,120人, and returns its name. Only in evaluations of projects; empty if the
   * words name no payment.
   */
  private Optional<String> setTopicToPayment(ProseToken.Numeral number, AmountPhrase phrase) {
    List<Subject> named = phrase.subjects();
    if (!discourse.context.textEvaluatesProjects()
        || named.size() != 1
        || named.getFirst().isInChart()
        || PEOPLE_UNITS.indexOf(number.unit().charAt(0)) < 0
        || !discourse.phraseReader.hasAccountEnding(named.getFirst().account())) {
      return Optional.empty();
    }
    Subject payment = named.getFirst();
    discourse.topics.setSentenceOnlyTopic(
        new DiscourseTopic(
            List.of(discourse.nameResolver().projectFunding(payment.account(), payment.span()))));
    return Optional.of(payment.account());
  }

  /**
   * The account of what is counted, by the unit and the words of the count. Words that name an
   * account are kept for later counts of the sentence. Words that are short and name no account are
   * completed by the words of an earlier count of the sentence or by the topic.
   */
  private Optional<String> findAccount(
      String unit, String text, AmountPhrase phrase, boolean hasOwnNoun) {
    Optional<String> named = CountAccountTable.standard().find(unit, text);
    if (named.isPresent() && discourse.sentence.countsPurchases) {
      Optional<String> bought = CountAccountTable.standard().find(unit, PURCHASE_PREFIX + text);
      if (!bought.equals(named)) {
        return discourse.lists().innermostList() == null ? Optional.empty() : bought;
      }
    }
    if (named.isPresent()) {
      discourse.sentence.countedThingWords = text;
      discourse.sentence.countsDevices = isDeviceUnit(unit);
      return named;
    }
    boolean names =
        phrase.subjects().stream().anyMatch(Subject::isInChart)
            || OTHER_PEOPLE.matcher(text).find();
    String above =
        isDeviceUnit(unit) && !text.isEmpty() && !discourse.sentence.countsDevices
            ? ""
            : discourse.sentence.countedThingWords;
    String topic =
        String.join("", discourse.topic().subjects().stream().map(Subject::account).toList());
    boolean other = hasOwnNoun && discourse.sentence.countedThingWords.isEmpty();
    return names || other || text.length() > 8
        ? Optional.empty()
        : CountAccountTable.standard()
            .find(unit, above + text)
            .or(() -> CountAccountTable.standard().find(unit, topic + text));
  }
}
