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
record WordingSlot(String statement, String wording, String name) {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
  private static final Set<String> NAMES_WITHOUT_ERROR =
      Set.of("agency", "name", "vehicles", "kept1", "kept2", "heads", "batches", "perHead");

  /** The names that the first item of the account gives to the slots of an item. */
  private static final Map<String, String> AMOUNT_NAME_IN_FIRST_ITEM =
      Map.of("b", "runBudget", "r", "run", "d", "runDone", "than", "runThan");

  /** Every slot of every wording, once. */
  static List<WordingSlot> findAll(Wordings wordings) {
    List<WordingSlot> slots = new ArrayList<>();
    for (String statement : wordings.statements()) {
      for (String wording : wordings.wordingsOf(statement)) {
        Set<String> names = new LinkedHashSet<>();
        Matcher slot = SLOT.matcher(wording);
        while (slot.find()) {
          names.add(slot.group(1));
        }
        names.stream()
            .filter(n -> !NAMES_WITHOUT_ERROR.contains(n))
            .forEach(n -> slots.add(new WordingSlot(statement, wording, n)));
      }
    }
    return slots;
  }

  /** The statement of a document that the error is planted into. */
  String targetStatement() {
    return statement.equals("item") ? "item0" : statement;
  }

  private String amountName() {
    return statement.equals("item") ? AMOUNT_NAME_IN_FIRST_ITEM.getOrDefault(name, name) : name;
  }

  /** Kind of the error: a rate, an amount, words of direction, a year. */
  String errorKind() {
    if (name.matches("year|before")) {
      return "year";
    }
    if (name.matches(".*(?:up|grow|than)")) {
      return "words";
    }
    return name.matches("d|s\\d+|.*(?:Rate|Share|[dD]one|difference)") ? "rate" : "amount";
  }

  /** What is printed instead; null where no error can be made of it. */
  @Nullable String wrongValue(InventedAccount account, Random random) {
    String right = account.print(amountName());
    return switch (errorKind()) {
      case "year" -> String.valueOf(Integer.parseInt(right) - 1);
      case "words" -> opposite(right);
      case "rate" ->
          new BigDecimal(right).add(new BigDecimal(3 + random.nextInt(9))).toPlainString();
      default ->
          InventedDocument.randomWrongAmount(account.amount(amountName()), random).toPlainString();
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
