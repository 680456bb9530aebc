package org.mingzhang.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.archive.Provenance;
import org.mingzhang.record.DisclosureWriter;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentLookup;

/**
 * A disclosure in the record format with its versions and permalinks, {@code
 * /api/v1/disclosures/ID?v=}.
 */
public final class DisclosureApi implements Handler {
  private final PageRenderer pages;
  private final Archive archive;
  private final DocumentLookup lookup;

  /** Creates an instance that serves disclosures of an archive. */
  public DisclosureApi(PageRenderer pages, Archive archive) {
    this.pages = pages;
    this.archive = archive;
    this.lookup = pages.documents();
  }

  @Override
  public void handle(Context ctx) throws IOException {
    ArchivedDisclosure document =
        lookup.findDocument(ctx.pathParam("document"), PageRenderer.parameters(ctx).text("v"));
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    String origin = pages.origin(ctx);
    new DisclosureWriter()
        .write(
            document.disclosure(),
            new DisclosureWriter.PermalinkIds(document.id(), document.sectionIds()),
            json -> writeAddedFields(json, document, origin),
            false,
            record);
    ctx.contentType("application/json; charset=utf-8").result(record.toByteArray());
  }

  private void writeAddedFields(JsonGenerator json, ArchivedDisclosure document, String origin)
      throws IOException {
    String link = PortalLinks.permalink(document.id());
    json.writeNumberField("version", document.version().number());
    json.writeArrayFieldStart("versions");
    for (DocumentVersion version : archive.versions(document.id())) {
      json.writeStartObject();
      json.writeNumberField("number", version.number());
      json.writeStringField("sha256", version.sha256());
      json.writeStringField("firstSeen", version.firstSeen().toString());
      json.writeStringField(
          "url", origin + link + "?v=" + PortalLinks.fingerprintPrefix(version.sha256()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeFieldName("provenance");
    writeProvenance(json, document);
    json.writeObjectFieldStart("links");
    json.writeStringField("html", origin + link);
    json.writeStringField("self", origin + "/api/v1/disclosures/" + document.id());
    json.writeStringField(
        "original",
        origin
            + link
            + "/original?v="
            + PortalLinks.fingerprintPrefix(document.version().sha256()));
    json.writeEndObject();
  }

  private void writeProvenance(JsonGenerator json, ArchivedDisclosure document) throws IOException {
    Optional<Provenance> existing = lookup.findProvenance(document.version());
    if (existing.isEmpty()) {
      json.writeNull();
      return;
    }
    Provenance p = existing.get();
    json.writeStartObject();
    json.writeStringField("url", p.url());
    json.writeStringField("page", p.linkingPageUrl());
    json.writeStringField("pageTitle", p.linkingPageTitle());
    json.writeStringField("label", p.label());
    json.writeStringField("firstSeen", p.firstSeen().toString());
    json.writeStringField("lastSeen", p.lastSeen().toString());
    json.writeStringField("gone", p.goneSince() == null ? null : p.goneSince().toString());
    json.writeStringField("goneReason", p.goneReason());
    json.writeStringField("published", p.published() == null ? null : p.published().toString());
    json.writeStringField("publishedBy", p.publishedBy());
    json.writeEndObject();
  }
}
