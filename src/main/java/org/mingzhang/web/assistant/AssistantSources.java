package org.mingzhang.web.assistant;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.Version;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.compare.Comparisons;
import org.mingzhang.web.finding.CrossDocumentFindings;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.privacy.MaskedSearch;
import org.mingzhang.web.privacy.PersonalData;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalSources;
import org.mingzhang.web.source.SearchPort;

/**
 * What the tools read: index and archive, both masked, and how they tell where something stands.
 * Safe on many threads.
 *
 * @param search the index, masked
 * @param archive versions and original files
 * @param lookup documents and sections, masked
 * @param catalogue all documents there are
 * @param comparisons accounts and indicators side by side
 * @param across findings between documents
 * @param labels names in Chinese, as documents have them
 * @param indexing how far indexing is
 * @param clock the day of citations
 */
record AssistantSources(
    SearchPort search,
    Archive archive,
    DocumentLookup lookup,
    Catalogue catalogue,
    Comparisons comparisons,
    CrossDocumentFindings across,
    Labels labels,
    Supplier<IndexingStatus> indexing,
    Clock clock) {
  static final int LONGEST_TITLE = 120;
  static final int LONGEST_NAME = 60;

  static AssistantSources of(PortalSources raw, PersonalData personal, Labels labels) {
    SearchPort search = new MaskedSearch(raw.search(), personal);
    Catalogue catalogue = new Catalogue(search);
    DocumentLookup lookup = new DocumentLookup(raw.archive(), personal);
    return new AssistantSources(
        search,
        raw.archive(),
        lookup,
        catalogue,
        new Comparisons(search, catalogue),
        new CrossDocumentFindings(catalogue, lookup),
        labels,
        raw.indexing(),
        raw.clock());
  }

  /** Fingerprint of the newest original of a document, null where none is kept any more. */
  @Nullable String fingerprint(String document) {
    List<Version> versions = archive.versions(document);
    return versions.isEmpty() ? null : versions.getLast().sha256();
  }

  /** The document of a hit: whose, where, of when, and its fingerprint. */
  Map<String, @Nullable Object> document(Hit hit, CallContext asking) {
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    about.put("document", hit.documentId());
    about.put("region", String.join("/", hit.region()));
    about.put("year", hit.year());
    about.put("category", hit.category());
    String sha256 = fingerprint(hit.documentId());
    if (sha256 != null) {
      about.put("sha256", sha256);
      String original = Links.permalink(hit.documentId()) + "/original?v=" + Links.prefix(sha256);
      about.put("original", asking.link(original));
    }
    return about;
  }

  /** Title and agency of a hit, as words of the document. */
  static Map<String, @Nullable Object> titled(Hit hit) {
    Map<String, @Nullable Object> words = new LinkedHashMap<>();
    words.put("document_title", DocumentText.clean(hit.documentTitle(), LONGEST_TITLE));
    String agency = hit.agency();
    words.put("agency", agency == null ? null : DocumentText.clean(agency, LONGEST_NAME));
    return words;
  }

  /** A kept document: whose, where, of when, its version and fingerprint. */
  Map<String, @Nullable Object> document(ArchivedDisclosure document, CallContext asking) {
    DocumentMetadata metadata = document.disclosure().metadata();
    DocumentDescription facts = DocumentDescription.of(document);
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    about.put("document", document.id());
    about.put("document_url", asking.link(permalink(document)));
    about.put(
        "region", metadata.region() == null ? null : String.join("/", metadata.region().path()));
    about.put("year", facts.year());
    about.put("category", facts.category());
    about.put("version", document.version().number());
    about.put("versions_kept", archive.versions(document.id()).size());
    about.put("newest", lookup.newest(document.version()));
    about.put("sha256", facts.sha256());
    about.put("original", asking.link(facts.original()));
    about.put("text_recognised_in_pictures", facts.ocr() != null);
    return about;
  }

  /** Title and agency of a document, as its own words. */
  static Map<String, @Nullable Object> titled(ArchivedDisclosure document) {
    Map<String, @Nullable Object> words = new LinkedHashMap<>();
    words.put(
        "document_title", DocumentText.clean(DocumentDescription.title(document), LONGEST_TITLE));
    String agency = document.disclosure().metadata().agency();
    words.put("agency", agency == null ? null : DocumentText.clean(agency, LONGEST_NAME));
    return words;
  }

  /** Address of a document, of its version where that is not the newest. */
  String permalink(ArchivedDisclosure document) {
    return Links.permalink(document.id()) + version(document);
  }

  /** Address of a section, of its version where that is not the newest. */
  String permalink(DocumentLookup.Resolution.Found shown) {
    return Links.permalink(shown.document().id(), shown.slug()) + version(shown.document());
  }

  private String version(ArchivedDisclosure document) {
    return lookup.newest(document.version())
        ? ""
        : "?v=" + Links.prefix(document.version().sha256());
  }
}
