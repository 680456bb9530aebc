package org.mingzhang.record;

import static org.mingzhang.record.JsonFieldWriter.writeArray;
import static org.mingzhang.record.JsonFieldWriter.writeStrings;
import static org.mingzhang.record.JsonNodeReader.readList;
import static org.mingzhang.record.JsonNodeReader.textOrEmpty;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.AuditRuleCounts;
import org.mingzhang.model.Finding;

/**
 * The field {@code examination} of the record format, an array with an object for each rule.
 * Records of earlier versions of the program do not have it.
 */
final class ExaminationFormat {
  private static final String FIELD = "examination";

  private ExaminationFormat() {}

  /** Writes the field; nothing if the counts are null. */
  static void write(JsonGenerator json, @Nullable AuditRuleCounts ruleCounts) throws IOException {
    if (ruleCounts != null) {
      writeArray(json, FIELD, ruleCounts.rules(), ExaminationFormat::writeRuleCounts);
    }
  }

  private static void writeRuleCounts(JsonGenerator json, AuditRuleCounts.RuleCounts answers)
      throws IOException {
    json.writeStringField("rule", answers.rule());
    json.writeNumberField("agrees", answers.agrees());
    json.writeNumberField("disagrees", answers.disagrees());
    json.writeNumberField("undecided", answers.undecided());
    if (answers.undecided() > 0) {
      writeStrings(json, "reasons", answers.reasons());
      writeStrings(json, "reasonsEnglish", answers.reasonsEnglish());
    }
    if (!answers.undecidedPlaces().isEmpty()) {
      writeArray(json, "places", answers.undecidedPlaces(), ExaminationFormat::writePlace);
    }
  }

  private static void writePlace(JsonGenerator json, AuditRuleCounts.UndecidedPlace place)
      throws IOException {
    json.writeStringField("section", place.location().sectionPath());
    json.writeNumberField("page", place.location().page());
    json.writeStringField("quote", place.location().quote());
    json.writeStringField("reason", place.reason());
    json.writeStringField("reasonEnglish", place.reasonEnglish());
  }

  /**
   * Reads the counts.
   *
   * @param node value of the field; null if the record does not have it
   * @return null if the record does not have the field
   */
  static @Nullable AuditRuleCounts read(@Nullable JsonNode node) {
    return node == null
        ? null
        : new AuditRuleCounts(readList(node, ExaminationFormat::parseRuleCounts));
  }

  private static AuditRuleCounts.RuleCounts parseRuleCounts(JsonNode node) {
    return new AuditRuleCounts.RuleCounts(
        textOrEmpty(node, "rule"),
        node.path("agrees").asInt(),
        node.path("disagrees").asInt(),
        node.path("undecided").asInt(),
        readList(node.path("reasons"), JsonNode::asText),
        readList(node.path("reasonsEnglish"), JsonNode::asText),
        readList(node.path("places"), ExaminationFormat::parsePlace));
  }

  private static AuditRuleCounts.UndecidedPlace parsePlace(JsonNode node) {
    return new AuditRuleCounts.UndecidedPlace(
        new Finding.QuoteLocation(
            textOrEmpty(node, "section"), node.path("page").asInt(), textOrEmpty(node, "quote")),
        textOrEmpty(node, "reason"),
        textOrEmpty(node, "reasonEnglish"));
  }
}
