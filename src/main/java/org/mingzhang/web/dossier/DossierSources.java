package org.mingzhang.web.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Section;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RemovedException;
import org.mingzhang.web.cite.Citation;
import org.mingzhang.web.cite.Citations;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;

/**
 * Looks up what the entries of a dossier cite, and what became of it.
 *
 * @param lookup documents and sections
 * @param citations makes citations
 * @param origin address of the portal
 * @param links addresses in the language of the page
 */
record DossierSources(DocumentLookup lookup, Citations citations, String origin, Links links) {

  /** The dossier with the newest version named where an entry names none. */
  Dossier pinned(Dossier dossier) {
    return new Dossier(
        dossier.title(),
        dossier.entries().stream()
            .map(
                entry ->
                    entry.kind().own() || !entry.version().isEmpty()
                        ? entry
                        : lookup
                            .latest(entry.document())
                            .map(d -> entry.of(d.version().sha256()))
                            .orElse(entry))
            .toList());
  }

  /** The entries beside their sources; the same place has the same number. */
  List<SourcedEntry> of(Dossier dossier) {
    Map<String, Integer> numbers = new HashMap<>();
    List<SourcedEntry> entries = new ArrayList<>();
    for (Dossier.Entry entry : dossier.entries()) {
      entries.add(entry.kind().own() ? own(entry) : sourced(entry, numbers));
    }
    return entries;
  }

  private static SourcedEntry own(Dossier.Entry entry) {
    return new SourcedEntry(
        entry,
        SourcedEntry.State.OWN,
        0,
        null,
        "",
        "",
        "",
        "",
        MarkdownNotes.html(entry.note()),
        null);
  }

  private SourcedEntry sourced(Dossier.Entry entry, Map<String, Integer> numbers) {
    try {
      ArchivedDisclosure read =
          lookup.document(entry.document(), entry.version().isEmpty() ? null : entry.version());
      return here(entry, read, numbers);
    } catch (RemovedException removed) {
      return gone(entry, SourcedEntry.State.REMOVED);
    } catch (NotFoundException missing) {
      return gone(entry, SourcedEntry.State.UNKNOWN);
    }
  }

  private static SourcedEntry gone(Dossier.Entry entry, SourcedEntry.State state) {
    return new SourcedEntry(
        entry, state, 0, null, "", "", "", "", MarkdownNotes.html(entry.note()), null);
  }

  private SourcedEntry here(
      Dossier.Entry entry, ArchivedDisclosure read, Map<String, Integer> numbers) {
    int index = read.sectionIds().indexOf(entry.section());
    if (index < 0 && !entry.section().isEmpty()) {
      return gone(entry, SourcedEntry.State.UNKNOWN);
    }
    Section section = index < 0 ? null : read.disclosure().sections().get(index);
    boolean newest = lookup.newest(read.version());
    String version = newest ? "" : Links.prefix(read.version().sha256());
    String path =
        index < 0 ? Links.permalink(read.id()) : Links.permalink(read.id(), entry.section());
    boolean fact = entry.anchor().startsWith("a-");
    QueryString query =
        new QueryString().add("v", version).add("fact", fact ? entry.anchor() : null);
    if (entry.kind() == Dossier.Kind.SENTENCE) {
      query.add("quote", entry.quote());
    }
    String anchor =
        entry.kind() == Dossier.Kind.SENTENCE
            ? "#quote"
            : entry.anchor().isEmpty() ? "" : "#" + entry.anchor();
    String permalink = origin + new QueryString().add("v", version).on(path);
    Citation citation =
        index < 0
            ? citations.document(read, permalink)
            : citations.section(new DocumentLookup.Resolution.Found(read, index), permalink);
    numbers.putIfAbsent(permalink, numbers.size() + 1);
    return new SourcedEntry(
        entry,
        state(entry, read, section, newest),
        numbers.get(permalink),
        citation,
        DocumentDescription.title(read),
        section == null ? "" : section.heading(),
        links.page(query.on(path) + anchor),
        newest ? "" : links.page(Links.permalink(read.id()) + "/changes"),
        MarkdownNotes.html(entry.note()),
        PrintedWords.of(entry, read, section));
  }

  private SourcedEntry.State state(
      Dossier.Entry entry, ArchivedDisclosure read, @Nullable Section section, boolean newest) {
    boolean quoted = entry.kind() == Dossier.Kind.SENTENCE && section != null;
    if (quoted && !has(section, entry.quote())) {
      return SourcedEntry.State.MISQUOTED;
    }
    if (newest) {
      return SourcedEntry.State.CURRENT;
    }
    boolean still =
        !quoted
            || lookup.latest(read.id()).stream()
                .flatMap(d -> d.disclosure().sections().stream())
                .anyMatch(s -> has(s, entry.quote()));
    return still ? SourcedEntry.State.CHANGED : SourcedEntry.State.QUOTE_GONE;
  }

  private static boolean has(@Nullable Section section, String quote) {
    return section != null
        && SearchNormalizer.fold(section.text()).contains(SearchNormalizer.fold(quote));
  }
}
