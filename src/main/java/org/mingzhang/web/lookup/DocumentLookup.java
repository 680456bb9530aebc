package org.mingzhang.web.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DocumentRemoval;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.archive.PermalinkTarget;
import org.mingzhang.archive.Provenance;
import org.mingzhang.model.Section;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.RemovedDocumentException;
import org.mingzhang.web.privacy.DisclosureMasker;
import org.mingzhang.web.privacy.PersonalDataMasker;

/**
 * Finds documents and sections by permalink, in the newest or an earlier version. The portal reads
 * disclosures only through this class, so that personal data is masked on every page, in every feed
 * and in every export.
 */
public final class DocumentLookup {
  /** The result of resolving the permalink of a section. */
  public sealed interface Resolution {
    /**
     * The section to which a permalink leads, with its document.
     *
     * @param document the document of the section
     * @param index index of the section in the document
     */
    record FoundSection(ArchivedDisclosure document, int index) implements Resolution {
      /** The section with the permalink. */
      public Section section() {
        return document.disclosure().sections().get(index);
      }

      /** The permalink slug of the section, under which it was found. */
      public String slug() {
        return document.sectionIds().get(index);
      }
    }

    /**
     * The new address of a section whose permalink has changed.
     *
     * @param documentId id of the document
     * @param slug slug of the section in it
     */
    record MovedSection(String documentId, String slug) implements Resolution {}
  }

  private final Archive archive;
  private final DisclosureMasker disclosureMasker;

  /** Recently masked records; as many as the archive caches. */
  private final Cache<ArchivedDisclosure, ArchivedDisclosure> maskedRecords =
      Caffeine.newBuilder().weakKeys().maximumSize(64).build();

  /** Creates an instance that reads from an archive and masks personal data in what it returns. */
  public DocumentLookup(Archive archive, PersonalDataMasker masker) {
    this.archive = archive;
    this.disclosureMasker = new DisclosureMasker(masker);
  }

  /**
   * Finds the document in a given version; empty if the archive does not have it or the document
   * was removed.
   */
  public Optional<ArchivedDisclosure> find(DocumentVersion version) {
    return archive.findVersion(version.documentId(), version.sha256()).map(this::mask);
  }

  /** Finds a document in its newest version; empty if there is none or the document was removed. */
  public Optional<ArchivedDisclosure> findLatest(String id) {
    return archive.latest(id).map(this::mask);
  }

  private ArchivedDisclosure mask(ArchivedDisclosure document) {
    return maskedRecords.get(
        document,
        d ->
            new ArchivedDisclosure(
                d.id(), d.version(), disclosureMasker.mask(d.disclosure()), d.sectionIds()));
  }

  /**
   * Finds a document in the version whose fingerprint starts with {@code version}, or in its newest
   * version if {@code version} is null.
   *
   * @throws RemovedDocumentException if the document was removed
   * @throws NotFoundException if there is no such document or version
   */
  public ArchivedDisclosure findDocument(String id, @Nullable String version) {
    Optional<ArchivedDisclosure> found =
        version == null ? findLatest(id) : archive.findVersion(id, version).map(this::mask);
    return found.orElseThrow(() -> createNotFoundException(id, "document " + id));
  }

  /**
   * Finds a section of a document: in the version whose fingerprint starts with {@code version},
   * or, if {@code version} is null or that version does not have the section, in the newest version
   * or in an earlier one that has it.
   *
   * @throws RemovedDocumentException if the document was removed
   * @throws NotFoundException if there is no such version, or the permalink has never existed
   */
  public Resolution findSection(String id, String slug, @Nullable String version) {
    if (version != null) {
      ArchivedDisclosure document = findDocument(id, version);
      int index = document.sectionIds().indexOf(slug);
      if (index >= 0) {
        return new Resolution.FoundSection(document, index);
      }
    }
    return archive
        .resolve(id, slug)
        .map(this::resolve)
        .orElseThrow(() -> createNotFoundException(id, "section " + id + "/" + slug));
  }

  private RuntimeException createNotFoundException(String id, String subject) {
    Optional<DocumentRemoval> removal = archive.removals().find(id);
    return removal.isPresent()
        ? new RemovedDocumentException(removal.get())
        : new NotFoundException(subject, "");
  }

  private Resolution resolve(PermalinkTarget destination) {
    return switch (destination) {
      case PermalinkTarget.Unmoved unmoved -> {
        ArchivedDisclosure document = findDocument(unmoved.documentId(), null);
        yield new Resolution.FoundSection(document, document.sectionIds().indexOf(unmoved.slug()));
      }
      case PermalinkTarget.UnderOtherLink moved ->
          new Resolution.MovedSection(moved.documentId(), moved.slug());
      case PermalinkTarget.InEarlierVersion inEarlierVersion ->
          findInEarlierVersion(inEarlierVersion);
    };
  }

  private Resolution findInEarlierVersion(PermalinkTarget.InEarlierVersion inEarlierVersion) {
    DocumentVersion version = inEarlierVersion.version();
    ArchivedDisclosure document = findDocument(version.documentId(), version.sha256());
    for (int i = 0; i < document.sectionIds().size(); i++) {
      if (document.disclosure().sections().get(i).path().equals(inEarlierVersion.path())) {
        return new Resolution.FoundSection(document, i);
      }
    }
    throw new NotFoundException(
        "section " + inEarlierVersion.path() + " in " + version.sha256(), "");
  }

  /** Where a version was published; empty unless it was collected or read from a web archive. */
  public Optional<Provenance> findProvenance(DocumentVersion version) {
    return Optional.ofNullable(version.url()).flatMap(archive::findProvenance).map(this::mask);
  }

  private Provenance mask(Provenance provenance) {
    return new Provenance(
        provenance.url(),
        provenance.source(),
        provenance.linkingPageUrl(),
        mask(provenance.linkingPageTitle()),
        mask(provenance.label()),
        provenance.firstSeen(),
        provenance.lastSeen(),
        provenance.goneSince(),
        provenance.goneReason(),
        provenance.published(),
        mask(provenance.publishedBy()),
        provenance.capture(),
        provenance.region(),
        provenance.agency());
  }

  private @Nullable String mask(@Nullable String text) {
    return text == null ? null : disclosureMasker.personalDataMasker().mask(text);
  }

  /** Whether a version is the newest of its document. */
  public boolean isNewest(DocumentVersion version) {
    return archive.versions(version.documentId()).getLast().number() == version.number();
  }
}
