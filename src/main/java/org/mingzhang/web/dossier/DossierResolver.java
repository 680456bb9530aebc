package org.mingzhang.web.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Section;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RemovedDocumentException;
import org.mingzhang.web.cite.Citation;
import org.mingzhang.web.cite.CitationBuilder;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.render.Labels;

/**
 * Resolves the citations of a dossier: finds their sources and whether these have changed.
 *
 * @param lookup documents and sections
 * @param citationBuilder factory of citations
 * @param origin origin of the portal
 * @param links addresses in the language of the page
 * @param labels texts of that language
 */
record DossierResolver(
    DocumentLookup lookup,
    CitationBuilder citationBuilder,
    String origin,
    PortalLinks links,
    Labels labels) {

  /**
   * A copy in which entries without a version cite the newest version. Entries whose document is
   * not found are unchanged.
   */
  Dossier withPinnedVersions(Dossier dossier) {
    return new Dossier(
        dossier.title(),
        dossier.entries().stream()
            .map(
                entry ->
                    entry.kind().isOwnText() || !entry.version().isEmpty()
                        ? entry
                        : lookup
                            .findLatest(entry.documentId())
                            .map(d -> entry.withVersion(d.version().sha256()))
                            .orElse(entry))
            .toList());
  }

  /**
   * Resolves all entries. Entries for the same section of the same version share a citation number.
   */
  List<ResolvedEntry> resolve(Dossier dossier) {
    Map<String, Integer> numbers = new HashMap<>();
    List<ResolvedEntry> entries = new ArrayList<>();
    for (Dossier.Entry entry : dossier.entries()) {
      entries.add(
          entry.kind().isOwnText()
              ? createUnresolved(entry, ResolvedEntry.EntryState.OWN)
              : resolve(entry, numbers));
    }
    return entries;
  }

  private ResolvedEntry resolve(Dossier.Entry entry, Map<String, Integer> citationNumbers) {
    try {
      ArchivedDisclosure cited =
          lookup.findDocument(
              entry.documentId(), entry.version().isEmpty() ? null : entry.version());
      return createResolved(entry, cited, citationNumbers);
    } catch (RemovedDocumentException removed) {
      return createUnresolved(entry, ResolvedEntry.EntryState.REMOVED);
    } catch (NotFoundException missing) {
      return createUnresolved(entry, ResolvedEntry.EntryState.UNKNOWN);
    }
  }

  private static ResolvedEntry createUnresolved(
      Dossier.Entry entry, ResolvedEntry.EntryState state) {
    return new ResolvedEntry(
        entry,
        state,
        0,
        null,
        "",
        "",
        "",
        "",
        "",
        MarkdownNoteRenderer.renderHtml(entry.note()),
        null);
  }

  /**
   * Resolves an entry whose document was found. If the entry is the first to cite its section, adds
   * the permalink with the next number to {@code citationNumbers}.
   */
  private ResolvedEntry createResolved(
      Dossier.Entry entry, ArchivedDisclosure cited, Map<String, Integer> citationNumbers) {
    int index = cited.sectionIds().indexOf(entry.sectionSlug());
    if (index < 0 && !entry.sectionSlug().isEmpty()) {
      return createUnresolved(entry, ResolvedEntry.EntryState.SECTION_UNKNOWN);
    }
    Section section = index < 0 ? null : cited.disclosure().sections().get(index);
    boolean newest = lookup.isNewest(cited.version());
    String version = newest ? "" : PortalLinks.fingerprintPrefix(cited.version().sha256());
    String path =
        index < 0
            ? PortalLinks.permalink(cited.id())
            : PortalLinks.permalink(cited.id(), entry.sectionSlug());
    boolean fact = entry.anchor().startsWith("a-");
    QueryString query =
        new QueryString().add("v", version).add("fact", fact ? entry.anchor() : null);
    if (entry.kind() == Dossier.EntryKind.SENTENCE) {
      query.add("quote", entry.quote());
    }
    String anchor =
        entry.kind() == Dossier.EntryKind.SENTENCE
            ? "#quote"
            : entry.anchor().isEmpty() ? "" : "#" + entry.anchor();
    String permalink = origin + new QueryString().add("v", version).appendTo(path);
    Citation citation =
        index < 0
            ? citationBuilder.citeDocument(cited, permalink)
            : citationBuilder.citeSection(
                new DocumentLookup.Resolution.FoundSection(cited, index), permalink);
    citationNumbers.putIfAbsent(permalink, citationNumbers.size() + 1);
    VerifiedWords words = VerifiedWords.verify(entry, cited, section, labels);
    return new ResolvedEntry(
        entry.withWords(words.label(), words.quote()),
        determineState(entry, words, cited, newest),
        citationNumbers.get(permalink),
        citation,
        DocumentDescription.title(cited),
        section == null ? "" : section.heading(),
        links.page(query.appendTo(path) + anchor),
        words.remark(),
        newest ? "" : links.page(PortalLinks.permalink(cited.id()) + "/changes"),
        MarkdownNoteRenderer.renderHtml(entry.note()),
        CitedPassage.find(entry, cited, section));
  }

  private ResolvedEntry.EntryState determineState(
      Dossier.Entry entry, VerifiedWords words, ArchivedDisclosure cited, boolean isNewest) {
    boolean quoted = entry.kind() == Dossier.EntryKind.SENTENCE;
    if (!words.foundInVersion()) {
      return quoted ? ResolvedEntry.EntryState.MISQUOTED : ResolvedEntry.EntryState.UNVERIFIED;
    }
    if (isNewest) {
      return ResolvedEntry.EntryState.CURRENT;
    }
    boolean still =
        !quoted
            || lookup.findLatest(cited.id()).stream()
                .flatMap(d -> d.disclosure().sections().stream())
                .anyMatch(s -> VerifiedWords.contains(s.text(), entry.quote()));
    return still ? ResolvedEntry.EntryState.CHANGED : ResolvedEntry.EntryState.QUOTE_GONE;
  }
}
