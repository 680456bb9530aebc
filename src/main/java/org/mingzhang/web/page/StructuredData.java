package org.mingzhang.web.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mingzhang.archive.ArchivedDisclosure;

/** Descriptions of documents in the vocabulary of schema.org, as JSON-LD safe inside HTML. */
final class StructuredData {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StructuredData() {}

  static String document(ArchivedDisclosure document, String address) {
    return safe(report(document, address));
  }

  static String section(DocumentLookup.Place.Shown shown, String address) {
    ObjectNode part = JSON.createObjectNode();
    part.put("@context", "https://schema.org").put("@type", "CreativeWork");
    part.put("name", shown.section().heading()).put("url", address).put("inLanguage", "zh-CN");
    part.put("position", shown.section().path());
    ObjectNode report = report(shown.document(), "");
    report.remove("url");
    part.set("isPartOf", report);
    return safe(part);
  }

  private static ObjectNode report(ArchivedDisclosure document, String address) {
    DocumentFacts facts = DocumentFacts.of(document);
    ObjectNode report = JSON.createObjectNode();
    report.put("@context", "https://schema.org").put("@type", "Report");
    report.put("name", facts.title()).put("inLanguage", "zh-CN").put("url", address);
    if (facts.agency() != null) {
      report
          .putObject("publisher")
          .put("@type", "GovernmentOrganization")
          .put("name", facts.agency());
    }
    if (facts.year() != null) {
      report.put("temporalCoverage", facts.year().toString());
    }
    if (facts.region() != null) {
      report.put("spatialCoverage", facts.region());
    }
    report.put("encodingFormat", facts.mediaType()).put("numberOfPages", facts.pages());
    return report;
  }

  /** A script element must not be ended by what stands in a title. */
  private static String safe(ObjectNode node) {
    return node.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }
}
