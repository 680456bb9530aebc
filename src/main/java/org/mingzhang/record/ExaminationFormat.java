package org.mingzhang.record;

import static org.mingzhang.record.JsonFieldWriter.writeArray;
import static org.mingzhang.record.JsonFieldWriter.writeStrings;
import static org.mingzhang.record.JsonNodeReader.list;
import static org.mingzhang.record.JsonNodeReader.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.AuditRuleCounts;

/**
 * The field {@code examination} of the record format, an array with an object for each rule.
 * Records of earlier versions of the program do not have it.
 */
final class ExaminationFormat {
  private static final String FIELD = "examination";

  private ExaminationFormat() {}

  static void write(JsonGenerator json, @Nullable AuditRuleCounts ruleCounts) throws IOException {
    if (ruleCounts != null) {
      writeArray(json, FIELD, ruleCounts.rules(), ExaminationFormat::writeAnswers);
    }
  }

  private static void writeAnswers(JsonGenerator json, AuditRuleCounts.RuleCounts answers)
      throws IOException {
    json.writeStringField("rule", answers.rule());
    json.writeNumberField("agrees", answers.agrees());
    json.writeNumberField("disagrees", answers.disagrees());
    json.writeNumberField("undecided", answers.undecided());
    if (answers.undecided() > 0) {
      writeStrings(json, "reasons", answers.reasons());
      writeStrings(json, "reasonsEnglish", answers.reasonsEnglish());
    }
  }

  static @Nullable AuditRuleCounts read(@Nullable JsonNode node) {
    return node == null ? null : new AuditRuleCounts(list(node, ExaminationFormat::parseAnswers));
  }

  private static AuditRuleCounts.RuleCounts parseAnswers(JsonNode node) {
    return new AuditRuleCounts.RuleCounts(
        text(node, "rule"),
        node.path("agrees").asInt(),
        node.path("disagrees").asInt(),
        node.path("undecided").asInt(),
        list(node.path("reasons"), JsonNode::asText),
        list(node.path("reasonsEnglish"), JsonNode::asText));
  }
}
