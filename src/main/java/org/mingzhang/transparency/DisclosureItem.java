package org.mingzhang.transparency;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.fact.cell.FormName;
import org.mingzhang.model.Category;
import org.mingzhang.model.Fund;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/**
 * An item that documents are required to disclose, as {@code items.tsv} defines it.
 *
 * @param id name in files and addresses
 * @param applicability kinds of documents that must disclose it
 * @param kind how it is recognized
 * @param words alternatives; a text names the item if it contains all words of one of them; for
 *     {@link Kind#FORM} empty
 * @param forms for {@link Kind#FORM}, the forms that show the item, by fund and account of the
 *     total; otherwise empty
 * @param excludedWords words that mark the name of something else; for {@link Kind#PART}, other
 *     names of its column
 * @param chinese Chinese name
 * @param english English name
 * @param source legal source
 * @param places regions whose own form contains it; empty if it is required everywhere
 * @param accounts accounts of which a value, or for a {@link Kind#HEADING} a change, shows the item
 * @param sentence pattern of a sentence in the description of the agency that shows the item; null
 *     if no such sentence does
 */
public record DisclosureItem(
    String id,
    Applicability applicability,
    Kind kind,
    List<List<String>> words,
    List<FormOfItem> forms,
    List<String> excludedWords,
    String chinese,
    String english,
    String source,
    List<List<String>> places,
    List<String> accounts,
    @Nullable Pattern sentence) {
  private static final int COLUMN_COUNT = 11;
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(DisclosureItem.class);

  /**
   * Characters that cannot be part of a form's name, so that a name begins after them; 表 ends the
   * name of another form.
   */
  private static final String NAME_BOUNDARIES = "，。；：、！？《》（）()“”\n表";

  private static final int MAX_NAME_LENGTH = 40;

  private static final String RESULT = "决算";
  private static final String BUDGET = "预算";

  /** A name that combines two items and counts as neither of them. */
  private static final Pattern COMBINED_ITEM_NAME = PATTERNS.get("combined-item");

  /** An amount with the few words between a name and it. */
  private static final Pattern AMOUNT_BEHIND =
      Pattern.compile("[^，。；、,;\\d]{0,24}\\d[\\d,.]*(?:万|亿|百万|千)?元");

  private static final List<DisclosureItem> ALL = read();

  /**
   * A form that shows an item.
   *
   * @param fund the fund of its amounts; null if it may be any
   * @param account account of its total, {@link FormName#BOTH_SIDES}, or {@code *} for any
   */
  record FormOfItem(@Nullable Fund fund, String account) {
    private static final String ANY = "*";

    /** Parses fund and account, separated by a blank; {@code *} stands for any. */
    static FormOfItem parse(String words) {
      List<String> parts = split(words, " ");
      Fund fund =
          parts.getFirst().equals(ANY)
              ? null
              : TsvResource.requireNamed(parts.getFirst(), Fund::ofLabel);
      return new FormOfItem(fund, parts.getLast());
    }

    /** Whether the name of a form, read from a title, is the name of this form. */
    boolean matches(FormName name) {
      return (account.equals(ANY) || account.equals(name.account()))
          && (fund == null || fund == name.commonFund() || name.funds().contains(fund));
    }
  }

  /** The documents of which an item is required. */
  public enum Applicability {
    /** Final accounts of departments and units. */
    FINAL,
    /** Budgets of departments and units. */
    BUDGET,
    /** Final accounts and budgets of departments and units. */
    BOTH,
    /** Budgets of departments only. */
    DEPARTMENT_BUDGET
  }

  /** Which part of a document shows that the item is disclosed. */
  public enum Kind {
    /** A cover or table of contents before the text. */
    FRONT,
    /** A section with this heading and text below it. */
    HEADING,
    /** A table with this title. */
    FORM,
    /** A sentence with an amount, or a sentence saying that there is none. */
    AMOUNT,
    /** A part of the “three public expenses” (“三公”经费): a sentence, or a column of their form. */
    PART
  }

  /**
   * The items required of a category in all regions, in the order of the file; empty if the
   * category is null or nothing is required of it.
   */
  public static List<DisclosureItem> requiredOf(@Nullable Category category) {
    return requiredOf(category, List.of());
  }

  /**
   * The items required of a document, including those of its region's own forms.
   *
   * @param region path of its region; empty if unknown
   */
  static List<DisclosureItem> requiredOf(@Nullable Category category, List<String> region) {
    Set<Applicability> kinds =
        switch (category) {
          case DEPARTMENT_FINAL_ACCOUNTS, UNIT_FINAL_ACCOUNTS -> Set.of(Applicability.FINAL);
          case DEPARTMENT_BUDGET -> Set.of(Applicability.BUDGET, Applicability.DEPARTMENT_BUDGET);
          case UNIT_BUDGET -> Set.of(Applicability.BUDGET);
          case null, default -> Set.of();
        };
    return kinds.isEmpty()
        ? List.of()
        : ALL.stream()
            .filter(
                item ->
                    item.applicability == Applicability.BOTH || kinds.contains(item.applicability))
            .filter(
                item ->
                    item.places.isEmpty()
                        || item.places.stream().anyMatch(placeContainingRegion(region)))
            .toList();
  }

  private static Predicate<List<String>> placeContainingRegion(List<String> region) {
    return place -> place.size() <= region.size() && region.subList(0, place.size()).equals(place);
  }

  /** Whether a heading or sentence without white space names the item. */
  boolean isNamedIn(String text) {
    return words.stream().anyMatch(all -> all.stream().allMatch(text::contains))
        && excludedWords.stream().noneMatch(text::contains);
  }

  /** Whether the cells of the form of the “三公”经费, without white space, contain the item's name. */
  boolean hasColumn(String cells) {
    String own = hasCombinedName() ? cells : COMBINED_ITEM_NAME.matcher(cells).replaceAll("");
    return words.stream().flatMap(List::stream).anyMatch(own::contains)
        || excludedWords.stream().anyMatch(own::contains);
  }

  /**
   * Whether a text without white space contains all words of one alternative outside of excluded
   * words.
   */
  boolean isMentionedIn(String text) {
    String rest = text;
    for (String other : excludedWords) {
      rest = rest.replace(other, "·");
    }
    String own = rest;
    return words.stream().anyMatch(all -> all.stream().allMatch(own::contains));
  }

  /** Whether an amount stands directly after one of the item's words in a text. */
  boolean hasAmountDirectlyAfterName(String text) {
    return words.stream().flatMap(List::stream).anyMatch(w -> isFollowedByAmount(text, w));
  }

  private static boolean isFollowedByAmount(String text, String word) {
    Matcher amount = AMOUNT_BEHIND.matcher(text);
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (amount.region(at + word.length(), text.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a text contains one of the item's words outside of a name that combines two items
   * (公务用车购置及运行费).
   */
  boolean isMentionedSeparatelyIn(String text) {
    String own = hasCombinedName() ? text : COMBINED_ITEM_NAME.matcher(text).replaceAll("");
    return words.stream().flatMap(List::stream).anyMatch(own::contains);
  }

  private boolean hasCombinedName() {
    return words.stream().flatMap(List::stream).anyMatch(w -> COMBINED_ITEM_NAME.matcher(w).find());
  }

  /**
   * Whether a title is the title of a form that shows the item. The title of a form of budgets does
   * not show an item of final accounts, nor the reverse; an item of both budgets and final accounts
   * may be shown under any title.
   */
  boolean isTitleOfForm(String title) {
    return excludedWords.stream().noneMatch(title::contains)
        && FormName.read(title)
            .filter(name -> mayBeTitleOfItsStage(name.title()))
            .filter(name -> forms.stream().anyMatch(form -> form.matches(name)))
            .isPresent();
  }

  /** Whether a sentence names the fund of one of the item's forms. */
  boolean isFundNamedIn(String sentence) {
    List<Fund> named = ChartOfAccounts.extractFunds(ChartOfAccounts.normalize(sentence)).funds();
    return forms.stream().anyMatch(form -> form.fund() != null && named.contains(form.fund()));
  }

  /**
   * Whether a sentence names the fund of one of the item's forms and it is one of which many
   * agencies have nothing: 政府性基金 or 国有资本.
   */
  boolean isSpecialFundNamedIn(String sentence) {
    return forms.stream()
            .map(FormOfItem::fund)
            .anyMatch(fund -> fund == Fund.GOVERNMENT_FUND || fund == Fund.STATE_CAPITAL)
        && isFundNamedIn(sentence);
  }

  private boolean mayBeTitleOfItsStage(String title) {
    if (applicability == Applicability.BOTH) {
      return true;
    }
    String own = applicability == Applicability.FINAL ? RESULT : BUDGET;
    String other = applicability == Applicability.FINAL ? BUDGET : RESULT;
    return title.contains(own) || !title.contains(other);
  }

  /** Whether a text contains the title of a form that shows the item. */
  boolean isFormNamedIn(String text) {
    for (int end = text.indexOf('表'); end >= 0; end = text.indexOf('表', end + 1)) {
      int start = end;
      while (start > 0
          && end - start < MAX_NAME_LENGTH
          && NAME_BOUNDARIES.indexOf(text.charAt(start - 1)) < 0) {
        start--;
      }
      if (isTitleOfForm(text.substring(start, end + 1))) {
        return true;
      }
    }
    return false;
  }

  private static List<DisclosureItem> read() {
    return TsvResource.parseRows(
        DisclosureItem.class, "items.tsv", COLUMN_COUNT, DisclosureItem::parseItem);
  }

  private static DisclosureItem parseItem(List<String> cells) {
    Kind kind = Kind.valueOf(cells.get(2).toUpperCase(Locale.ROOT));
    List<String> alternatives = split(cells.get(3), "\\|");
    boolean form = kind == Kind.FORM;
    return new DisclosureItem(
        cells.get(0),
        Applicability.valueOf(cells.get(1).toUpperCase(Locale.ROOT).replace('-', '_')),
        kind,
        form ? List.of() : alternatives.stream().map(all -> split(all, "\\+")).toList(),
        form ? alternatives.stream().map(FormOfItem::parse).toList() : List.of(),
        split(cells.get(4), "\\|"),
        cells.get(5),
        cells.get(6),
        cells.get(7),
        split(cells.get(8), "\\|").stream().map(path -> split(path, "/")).toList(),
        split(cells.get(9), "\\|"),
        cells.get(10).isEmpty() ? null : Pattern.compile(cells.get(10)));
  }

  private static List<String> split(String words, String separator) {
    return words.isEmpty() ? List.of() : Arrays.asList(words.split(separator, -1));
  }
}
