package org.mingzhang.web.assistant;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.compare.ComparisonService;
import org.mingzhang.web.finding.CrossDocumentFindingFinder;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.privacy.MaskedSearch;
import org.mingzhang.web.privacy.PersonalDataMasker;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.SearchPort;

/**
 * The sources that the tools read, with personal data masked, and the fields of answers that cite
 * them. Safe on many threads.
 *
 * @param search the index, with personal data masked
 * @param archive versions and original files
 * @param lookup documents and sections, with personal data masked
 * @param catalogue the documents of the index
 * @param comparisons comparisons of accounts and indicators
 * @param crossDocumentFinder findings against other documents
 * @param labels Chinese labels
 * @param indexing progress of indexing
 * @param clock supplies the date of citations
 */
record AssistantServices(
    SearchPort search,
    Archive archive,
    DocumentLookup lookup,
    DocumentCatalog catalogue,
    ComparisonService comparisons,
    CrossDocumentFindingFinder crossDocumentFinder,
    Labels labels,
    Supplier<IndexingStatus> indexing,
    Clock clock) {
  static final int MAX_TITLE_LENGTH = 120;
  static final int MAX_NAME_LENGTH = 60;

  static AssistantServices createMasked(
      PortalServices unmaskedServices, PersonalDataMasker masker, Labels labels) {
    SearchPort search = new MaskedSearch(unmaskedServices.search(), masker);
    DocumentLookup lookup = new DocumentLookup(unmaskedServices.archive(), masker);
    DocumentCatalog catalog = new DocumentCatalog(search, lookup::findLatest);
    return new AssistantServices(
        search,
        unmaskedServices.archive(),
        lookup,
        catalog,
        new ComparisonService(search, catalog),
        new CrossDocumentFindingFinder(catalog, lookup),
        labels,
        unmaskedServices.indexing(),
        unmaskedServices.clock());
  }

  /** SHA-256 of the newest original of a document, or null if there is none. */
  @Nullable String findFingerprint(String document) {
    List<DocumentVersion> versions = archive.versions(document);
    return versions.isEmpty() ? null : versions.getLast().sha256();
  }

  /**
   * Fields of the document of a hit: its id; its region, empty if unknown; year and category, null
   * if unknown; SHA-256 and address of the original, left out if unknown.
   */
  Map<String, @Nullable Object> buildDocumentFields(Hit hit, ToolCallContext call) {
    Map<String, @Nullable Object> description = new LinkedHashMap<>();
    description.put("document", hit.documentId());
    description.put("region", String.join("/", hit.region()));
    description.put("year", hit.year());
    description.put("category", hit.category());
    String sha256 = findFingerprint(hit.documentId());
    if (sha256 != null) {
      description.put("sha256", sha256);
      String original =
          PortalLinks.permalink(hit.documentId())
              + "/original?v="
              + PortalLinks.fingerprintPrefix(sha256);
      description.put("original", call.absoluteAddress(original));
    }
    return description;
  }

  /**
   * Title and agency of a hit, which are text from the document and therefore sanitized and
   * truncated. The map is modifiable.
   */
  static Map<String, @Nullable Object> buildTitleAndAgency(Hit hit) {
    Map<String, @Nullable Object> words = new LinkedHashMap<>();
    words.put("document_title", PromptTextSanitizer.clean(hit.documentTitle(), MAX_TITLE_LENGTH));
    String agency = hit.agency();
    words.put("agency", agency == null ? null : PromptTextSanitizer.clean(agency, MAX_NAME_LENGTH));
    return words;
  }

  /**
   * Fields of a document: region, year, category, version, SHA-256 and address of the original;
   * null if unknown.
   */
  Map<String, @Nullable Object> buildDocumentFields(
      ArchivedDisclosure document, ToolCallContext call) {
    DocumentMetadata metadata = document.disclosure().metadata();
    DocumentDescription facts = DocumentDescription.of(document);
    Map<String, @Nullable Object> description = new LinkedHashMap<>();
    description.put("document", document.id());
    description.put("document_url", call.absoluteAddress(permalink(document)));
    description.put(
        "region", metadata.region() == null ? null : String.join("/", metadata.region().path()));
    description.put("year", facts.year());
    description.put("category", facts.category());
    description.put("version", document.version().number());
    description.put("versions_kept", archive.versions(document.id()).size());
    description.put("newest", lookup.isNewest(document.version()));
    description.put("sha256", facts.sha256());
    description.put("original", call.absoluteAddress(facts.downloadAddress()));
    description.put("text_recognised_in_pictures", facts.ocr() != null);
    return description;
  }

  /**
   * Title and agency of a document, which are text from the document and therefore sanitized and
   * truncated. The map is modifiable.
   */
  static Map<String, @Nullable Object> buildTitleAndAgency(ArchivedDisclosure document) {
    Map<String, @Nullable Object> words = new LinkedHashMap<>();
    words.put(
        "document_title",
        PromptTextSanitizer.clean(DocumentDescription.title(document), MAX_TITLE_LENGTH));
    String agency = document.disclosure().metadata().agency();
    words.put("agency", agency == null ? null : PromptTextSanitizer.clean(agency, MAX_NAME_LENGTH));
    return words;
  }

  /** Permalink of a document, with its version unless it is the newest. */
  String permalink(ArchivedDisclosure document) {
    return PortalLinks.permalink(document.id()) + versionParameter(document);
  }

  /** Permalink of a section, with its version unless it is the newest. */
  String permalink(DocumentLookup.Resolution.FoundSection foundSection) {
    return PortalLinks.permalink(foundSection.document().id(), foundSection.slug())
        + versionParameter(foundSection.document());
  }

  private String versionParameter(ArchivedDisclosure document) {
    return lookup.isNewest(document.version())
        ? ""
        : "?v=" + PortalLinks.fingerprintPrefix(document.version().sha256());
  }
}
