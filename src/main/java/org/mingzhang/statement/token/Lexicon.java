package org.mingzhang.statement.token;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Quantity;
import org.mingzhang.text.TsvResource;

/**
 * The words of {@code lexicon.tsv}, the units of {@code units.tsv} and the names of the charts and
 * classifications. Immutable.
 */
public final class Lexicon {
  /** Value of the lexicon's words for several levels of government below that of the document. */
  public static final String LOWER_GOVERNMENTS = "LOWER_GOVERNMENTS";

  /** Value of the lexicon's words that exclude something from an amount. */
  public static final String EXCLUSION = "剔除";

  private static final Lexicon STANDARD = new Lexicon();

  private final WordTrie<LexiconEntry> words = new WordTrie<>();
  private final WordTrie<LexiconEntry> funds = new WordTrie<>();
  private final Map<String, String> defaultAccountsByKind = new HashMap<>();
  private final Map<String, String> defaultNameByAlias = new HashMap<>();
  private final Map<String, Stage> stagesOfProjectTotals = new HashMap<>();
  private final Map<String, String> projectAccountsByWord = new HashMap<>();
  private final Map<String, String> projectAccountsByKind = new HashMap<>();
  private final WordTrie<MeasureUnit> units = new WordTrie<>();
  private final Map<Character, Integer> governmentRanks = new HashMap<>();
  private final Map<WordClass, List<String>> endingsByClass = new EnumMap<>(WordClass.class);

  private Lexicon() {
    for (LexiconRow row :
        TsvResource.parseRows(Lexicon.class, "lexicon.tsv", 3, LexiconRow::parse)) {
      WordClass type = row.type();
      String value = row.value();
      for (String word : row.words()) {
        if (type == WordClass.DEFAULT) {
          defaultAccountsByKind.putIfAbsent(value, word);
          defaultNameByAlias.put(word, Objects.requireNonNull(defaultAccountsByKind.get(value)));
          words.add(word, new LexiconEntry(WordClass.NOUN, "", true));
        } else if (type == WordClass.PROJECT_TOTAL) {
          stagesOfProjectTotals.put(word, Stage.valueOf(value));
          words.add(word, new LexiconEntry(WordClass.NOUN, "", true));
        } else if (type == WordClass.PROJECT_ACCOUNT) {
          projectAccountsByKind.putIfAbsent(value, word);
          projectAccountsByWord.put(word, Objects.requireNonNull(projectAccountsByKind.get(value)));
        } else if (type == WordClass.TERM) {
          words.add(word, new LexiconEntry(WordClass.NOUN, "", true));
        } else if (type == WordClass.LEVEL) {
          governmentRanks.put(word.charAt(0), Integer.valueOf(value));
        } else if (type == WordClass.ENTITY
            || type == WordClass.PLACE
            || type == WordClass.ACCOUNT
            || type == WordClass.PAYMENT
            || type == WordClass.COLLECTED) {
          endingsByClass.computeIfAbsent(type, t -> new ArrayList<>()).add(word);
        } else {
          words.add(word, new LexiconEntry(type, value, false));
        }
        if (type == WordClass.FUND) {
          funds.add(word, new LexiconEntry(type, value, false));
        }
      }
    }
    Stream.of(
            ChartOfAccounts.agencies().names(),
            ChartOfAccounts.governments().names(),
            BudgetClassification.functional().names(),
            BudgetClassification.economic().names())
        .flatMap(Set::stream)
        .filter(name -> name.length() > 1)
        .forEach(name -> words.add(name, new LexiconEntry(WordClass.NOUN, "", true)));
    TsvResource.parseRows(Lexicon.class, "units.tsv", 3, Lexicon::parseUnits).stream()
        .flatMap(List::stream)
        .forEach(unit -> units.add(unit.name(), unit));
  }

  /** The lexicon that comes with the program; its resources are read once. */
  public static Lexicon standard() {
    return STANDARD;
  }

  /** The words of the lexicon and the names of charts and classifications. */
  public WordTrie<LexiconEntry> words() {
    return words;
  }

  /** Whether a name has one of the endings of a class, for example of agencies or of accounts. */
  public boolean hasEnding(WordClass type, String name) {
    return endingsByClass.getOrDefault(type, List.of()).stream().anyMatch(name::endsWith);
  }

  /**
   * Removes an ending of a class from a name, the first in the lexicon that fits; other names are
   * returned unchanged.
   */
  public String withoutEnding(WordClass type, String name) {
    return endingsByClass.getOrDefault(type, List.of()).stream()
        .filter(name::endsWith)
        .map(ending -> name.substring(0, name.length() - ending.length()))
        .findFirst()
        .orElse(name);
  }

  /**
   * Rank of the level of government whose names of places end in a character: 0 for 省, more for
   * lower ones, -1 for other characters.
   */
  public int governmentRank(char lastCharacter) {
    return governmentRanks.getOrDefault(lastCharacter, -1);
  }

  /**
   * Whether a text is a compound that only looks like a word of another class: 城乡 is not a place.
   */
  public boolean isLookalikeCompound(String text) {
    return isWord(WordClass.COMPOUND, text);
  }

  /** Whether a text is a noun that names no account, such as 金额. */
  public boolean isNounWithoutAccount(String text) {
    return isWord(WordClass.NOUN, text);
  }

  /** Whether a text as a whole is a word of a class, and no name. */
  private boolean isWord(WordClass type, String text) {
    WordTrie.Match<LexiconEntry> word = words.findLongestMatch(text, 0, text.length());
    return word != null
        && word.end() == text.length()
        && word.value().type() == type
        && !word.value().isName();
  }

  /** The account of amounts without a name in documents of this kind, or null. */
  public @Nullable String defaultAccountName(String kind) {
    return defaultAccountsByKind.get(kind);
  }

  /**
   * The standard form of a default name: 部门整体支出 for the variant 整体支出. Other names are returned
   * unchanged.
   */
  public String canonicalDefaultAccountName(String name) {
    return defaultNameByAlias.getOrDefault(name, name);
  }

  /** Whether a name is a default name or a variant of one. */
  public boolean isDefaultAccountName(String name) {
    return defaultNameByAlias.containsKey(name);
  }

  /**
   * The stage of an amount under a name for all the money of an evaluated project; null for other
   * names.
   */
  public @Nullable Stage stageOfProjectTotal(String name) {
    return stagesOfProjectTotals.get(name);
  }

  /** Whether a name is only an ending of a class: 新区, 我校. */
  public boolean isEnding(WordClass type, String name) {
    return endingsByClass.getOrDefault(type, List.of()).contains(name);
  }

  /**
   * The account for a printed name of a project's money that was received or is left: 结余资金 for 节余.
   * Null for other names.
   */
  public @Nullable String accountOfProjectMoney(String name) {
    return projectAccountsByWord.get(name);
  }

  /** The account of the money that a project received. */
  public String receivedFundsAccount() {
    return Objects.requireNonNull(projectAccountsByKind.get("RECEIVED"));
  }

  /** Whether an account is the money that others contribute to a project. */
  public boolean isMatchingFundsAccount(String account) {
    return account.equals(projectAccountsByKind.get("MATCHED"));
  }

  /** The words that name a fund. */
  public WordTrie<LexiconEntry> funds() {
    return funds;
  }

  /** Units of numbers. */
  WordTrie<MeasureUnit> units() {
    return units;
  }

  private static List<MeasureUnit> parseUnits(List<String> cells) {
    Quantity.Measure measure = Quantity.Measure.valueOf(cells.get(0));
    BigDecimal factor = new BigDecimal(cells.get(1));
    return TsvResource.splitList(cells.get(2)).stream()
        .map(unit -> new MeasureUnit(measure, factor, unit))
        .toList();
  }

  /** A row of {@code lexicon.tsv}: words with their class and value. */
  private record LexiconRow(WordClass type, String value, List<String> words) {
    static LexiconRow parse(List<String> cells) {
      WordClass type = WordClass.valueOf(cells.get(0));
      return new LexiconRow(
          type, type.requireValue(cells.get(1)), TsvResource.splitList(cells.get(2)));
    }
  }

  /**
   * A word of the lexicon or a name of a chart, with its class and value.
   *
   * @param type class of a word
   * @param value value of its row
   * @param isName whether it is a name: of a chart or classification, of an amount of a project, or
   *     a term of the lexicon
   */
  public record LexiconEntry(WordClass type, String value, boolean isName) {}

  /**
   * A unit of measure, with its factor and the spelling in which it is printed.
   *
   * @param measure what it measures
   * @param factor value of one unit, in 元 for money
   * @param name unit as printed
   */
  record MeasureUnit(Quantity.Measure measure, BigDecimal factor, String name) {}
}
