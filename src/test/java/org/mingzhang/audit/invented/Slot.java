package org.mingzhang.audit.invented;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place of a wording at which an error can be planted.
 *
 * @param statement the statement
 * @param wording its wording
 * @param name name of the slot
 */
record Slot(String statement, String wording, String name) {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
  private static final Set<String> UNCHECKED =
      Set.of("agency", "name", "vehicles", "kept1", "kept2", "heads", "batches", "perHead");

  /** The names that the first item of the account gives to the slots of an item. */
  private static final Map<String, String> ITEM =
      Map.of("b", "runBudget", "r", "run", "d", "runDone", "than", "runThan");

  /** Every slot of every wording, once. */
  static List<Slot> all(Wordings wordings) {
    List<Slot> slots = new ArrayList<>();
    for (String statement : wordings.statements()) {
      for (String wording : wordings.wordingsOf(statement)) {
        Set<String> names = new LinkedHashSet<>();
        Matcher slot = SLOT.matcher(wording);
        while (slot.find()) {
          names.add(slot.group(1));
        }
        names.stream()
            .filter(n -> !UNCHECKED.contains(n))
            .forEach(n -> slots.add(new Slot(statement, wording, n)));
      }
    }
    return slots;
  }

  /** The statement of a document that the error is planted into. */
  String plantedIn() {
    return statement.equals("item") ? "item0" : statement;
  }

  private String real() {
    return statement.equals("item") ? ITEM.getOrDefault(name, name) : name;
  }

  /** Kind of the error: a rate, an amount, words of direction, a year. */
  String kind() {
    if (name.matches("year|before")) {
      return "year";
    }
    if (name.matches(".*(?:up|grow|than)")) {
      return "words";
    }
    return name.matches("d|s\\d+|.*(?:Rate|Share|[dD]one|difference)") ? "rate" : "amount";
  }

  /** What is printed instead; null where no error can be made of it. */
  @Nullable String wrong(InventedAccount account, Random random) {
    String right = account.printed(real());
    return switch (kind()) {
      case "year" -> String.valueOf(Integer.parseInt(right) - 1);
      case "words" -> opposite(right);
      case "rate" ->
          new BigDecimal(right).add(new BigDecimal(3 + random.nextInt(9))).toPlainString();
      default -> InventedDocument.wrong(account.amount(real()), random).toPlainString();
    };
  }

  private static @Nullable String opposite(String word) {
    return switch (word) {
      case "增加" -> "减少";
      case "减少" -> "增加";
      case "增长", "上升" -> "下降";
      case "下降", "降低" -> "增长";
      case "大于", "等于" -> "小于";
      case "小于" -> "大于";
      default -> null;
    };
  }
}
