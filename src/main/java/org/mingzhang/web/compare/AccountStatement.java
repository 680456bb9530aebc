package org.mingzhang.web.compare;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.text.StatedAbsenceDetector;
import org.mingzhang.web.lookup.DocumentDescription;

/**
 * What a document says of an account of which it states no amount that could be read: that there
 * was none, that it is not kept for the body, or an amount in Chinese numerals.
 *
 * @param year fiscal year of the document
 * @param documentId permalink id of the document
 * @param title title of the document
 * @param sectionSlug permalink slug of the section
 * @param page 1-based page on which the section begins
 * @param quote the clause; empty if the document only mentions the account
 */
public record AccountStatement(
    int year, String documentId, String title, String sectionSlug, int page, String quote) {
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。；;!！?？])|\\n");
  private static final Pattern DEFINITION = Pattern.compile("是?指|反映");

  /** An amount in Chinese numerals. */
  private static final Pattern NUMERAL_AMOUNT =
      Pattern.compile("[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{2,}(?:万|亿)?元");

  private static final int MAX_QUOTE_LENGTH = 120;

  /**
   * Whether the document says that there was none, or that the account is not kept for the body.
   */
  public boolean deniesAmount() {
    return hasQuote() && !NUMERAL_AMOUNT.matcher(quote).find();
  }

  /** Whether the document says something of the account other than its name. */
  public boolean hasQuote() {
    return !quote.isEmpty();
  }

  /**
   * What a document says of an account outside its definitions: the first sentence that denies it
   * or has an amount in numerals; otherwise the first mention; empty if it is not mentioned.
   *
   * @param account name of the account
   * @param year fiscal year of the document
   */
  public static Optional<AccountStatement> find(
      ArchivedDisclosure document, String account, int year) {
    String name = SearchNormalizer.fold(account);
    AccountStatement mention = null;
    List<Section> sections = document.disclosure().sections();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      for (String sentence :
          section.topic() == Topic.GLOSSARY ? new String[0] : SENTENCE_END.split(section.text())) {
        boolean named = SearchNormalizer.fold(sentence).contains(name);
        if (named && !DEFINITION.matcher(sentence).find()) {
          boolean informative = deniesOrQuantifies(SearchNormalizer.fold(sentence), name);
          if (informative || mention == null) {
            mention = of(document, i, year, informative ? sentence.strip() : "");
          }
          if (informative) {
            return Optional.of(mention);
          }
        }
      }
    }
    return Optional.ofNullable(mention);
  }

  private static AccountStatement of(
      ArchivedDisclosure document, int section, int year, String quote) {
    return new AccountStatement(
        year,
        document.id(),
        DocumentDescription.title(document),
        document.sectionIds().get(section),
        document.disclosure().sections().get(section).page(),
        quote.length() > MAX_QUOTE_LENGTH ? quote.substring(0, MAX_QUOTE_LENGTH) : quote);
  }

  /**
   * Whether a clause of a folded sentence that names the account denies it, says that it is not
   * kept for the body, or has an amount.
   */
  private static boolean deniesOrQuantifies(String sentence, String name) {
    for (String clause : sentence.split("[,，]", -1)) {
      if (clause.contains(name)
          && (clause.matches(".*无[^,，]{0,12}" + Pattern.quote(name) + ".*")
              || StatedAbsenceDetector.asksForAbsence(clause)
              || StatedAbsenceDetector.isSaidNotToApply(name, clause)
              || NUMERAL_AMOUNT.matcher(clause).find())) {
        return true;
      }
    }
    return false;
  }
}
