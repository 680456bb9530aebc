package org.mingzhang.web.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.render.Labels;

/**
 * Translates values of export files: codes of the record format ({@code proof}, {@code met}) to the
 * labels of pages, and in English files Chinese names to English ones.
 */
final class ExportValueTranslator {
  private final List<ExportColumn> columns;
  private final Labels labels;

  ExportValueTranslator(List<ExportColumn> columns, Labels labels) {
    this.columns = columns;
    this.labels = labels;
  }

  /**
   * Translates the values of a row, which are in the order of the columns; numbers, null and empty
   * texts are kept.
   */
  List<@Nullable Object> translate(List<? extends @Nullable Object> row) {
    List<@Nullable Object> words = new ArrayList<>(row);
    for (int i = 0; i < words.size() && i < columns.size(); i++) {
      if (words.get(i) instanceof String code && !code.isEmpty()) {
        words.set(i, labelOfCode(columns.get(i).name(), code));
      }
    }
    return words;
  }

  private String labelOfCode(String column, String code) {
    return switch (column) {
      case "met" -> labels.targetResult(code);
      case "state" -> labels.text("export.state." + code);
      case "timeliness" -> labels.text("transparency.timeliness." + code);
      case "kept" -> labels.text("export.kept." + code);
      case "severity" -> orDefault(labels.severity(code), code);
      case "certainty" -> orDefault(labels.severity(code), labels.targetResult(code));
      case "kind" -> labels.factKind(code).equals(code) ? labels.kind(code) : labels.factKind(code);
      case "lead" -> code.equals("target") ? labels.text("leads.target") : labels.kind(code);
      case "undecided" -> labels.text("undecided." + code);
      default -> labels.language() == Language.ENGLISH ? translate(column, code) : code;
    };
  }

  private String translate(String column, String label) {
    return switch (column) {
      case "category" -> labels.category(label);
      case "topic" -> labels.topic(label);
      case "account" -> labels.account(label);
      case "stage", "against_stage" -> labels.stage(label);
      case "fund" -> labels.fund(label);
      case "perimeter" -> labels.perimeter(label);
      case "formula" -> labels.formula(label);
      case "messageEnglish" -> labels.message(label, label);
      default -> label;
    };
  }

  private static String orDefault(String text, String fallback) {
    return text.isEmpty() ? fallback : text;
  }
}
