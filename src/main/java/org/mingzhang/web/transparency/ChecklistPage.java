package org.mingzhang.web.transparency;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Region;
import org.mingzhang.model.Section;
import org.mingzhang.transparency.DisclosureChecklist;
import org.mingzhang.transparency.DisclosureItemState;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.render.Labels;

/** The checklist of one document, {@code /transparency/DOCUMENT}, and the rows of its file. */
public final class ChecklistPage implements Handler {
  private static final List<String> COLUMN_NAMES =
      List.of(
          "document",
          "title",
          "region",
          "agency",
          "year",
          "category",
          "item",
          "name",
          "state",
          "page",
          "url",
          "source",
          "published",
          "due",
          "timeliness");

  private final PageRenderer pages;
  private final ChecklistCache checklists;

  /** Creates an instance that shows documents of the archive. */
  public ChecklistPage(PageRenderer pages) {
    this.pages = pages;
    this.checklists = new ChecklistCache(pages.documents());
  }

  /** The cache of checklists, shared with other pages. */
  ChecklistCache checklists() {
    return checklists;
  }

  /**
   * A required item with its result, as shown on the page.
   *
   * @param page 1-based page, or 0 if unknown
   * @param address address of its place in the document, or empty if it has none
   */
  public record ItemView(
      String name, String state, String stateName, int page, String address, String source) {}

  /**
   * The number of items in a state.
   *
   * @param id name in style sheets
   */
  public record Tally(String id, String name, int count) {}

  @Override
  public void handle(Context ctx) {
    ArchivedDisclosure document = findDocument(ctx);
    Labels labels = pages.labels(ctx);
    DisclosureChecklist checklist = checklists.get(document);
    String canonical = "/transparency/" + PortalLinks.permalink(document.id()).substring(3);
    Map<String, Object> model = new HashMap<>();
    model.put("facts", DocumentDescription.of(document));
    model.put("documentAddress", pages.links(ctx).document(document.id()));
    model.put("checklist", checklist);
    model.put("items", buildItems(document, checklist, labels.language(), pages.links(ctx)));
    model.put("tallies", buildTallies(checklist, labels.language()));
    model.put("timeliness", PublicationTimeliness.assess(document, pages.documents()));
    model.put("csv", pages.links(ctx).page(canonical + "/items.csv"));
    String title = labels.text("transparency.of", DocumentDescription.title(document));
    pages.show(ctx, "transparency/checklist", PageHead.of(title, canonical), model);
  }

  /**
   * The document that the path of a request names, in its newest version.
   *
   * @throws org.mingzhang.web.address.NotFoundException if there is no such document
   * @throws org.mingzhang.web.address.RemovedDocumentException if it was removed
   */
  public ArchivedDisclosure findDocument(Context ctx) {
    return pages.documents().findDocument(ctx.pathParam("document"), null);
  }

  private static List<ItemView> buildItems(
      ArchivedDisclosure document,
      DisclosureChecklist checklist,
      Language language,
      PortalLinks links) {
    return checklist.answers().stream()
        .map(
            itemResult ->
                new ItemView(
                    language.choose(itemResult.item().chinese(), itemResult.item().english()),
                    itemResult.state().id(),
                    language.choose(itemResult.state().label(), itemResult.state().english()),
                    itemResult.page(),
                    address(document, itemResult, links),
                    itemResult.item().source()))
        .toList();
  }

  /**
   * Address of the section that shows an item, or of the page of the original; empty if neither is
   * known.
   */
  private static String address(
      ArchivedDisclosure document, DisclosureChecklist.ItemResult itemResult, PortalLinks links) {
    List<String> sections = document.sectionIds();
    if (itemResult.section() >= 0) {
      return links.section(document.id(), sections.get(itemResult.section()));
    }
    return itemResult.page() == 0 || sections.isEmpty()
        ? ""
        : links.originalPageAddress(
            document.id(),
            document.disclosure().source().sha256(),
            sections.getFirst(),
            null,
            itemResult.page());
  }

  static List<Tally> buildTallies(DisclosureChecklist checklist, Language language) {
    return Arrays.stream(DisclosureItemState.values())
        .filter(state -> checklist.count(state) > 0)
        .map(
            state ->
                new Tally(
                    state.id(),
                    language.choose(state.label(), state.english()),
                    checklist.count(state)))
        .toList();
  }

  /** Names of the columns of {@link #buildRows}. */
  public static List<String> columnNames() {
    return COLUMN_NAMES;
  }

  /**
   * The rows of a file of the items of a document, with the codes of states.
   *
   * @param origin origin of the portal, for links
   * @param language language of the names of items
   */
  public List<List<@Nullable Object>> buildRows(
      ArchivedDisclosure document, String origin, Language language) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    DocumentDescription facts = DocumentDescription.of(document);
    List<Section> sections = document.disclosure().sections();
    Region region = document.disclosure().metadata().region();
    PublicationTimeliness timeliness = PublicationTimeliness.assess(document, pages.documents());
    for (DisclosureChecklist.ItemResult itemResult : checklists.get(document).answers()) {
      int at = itemResult.section();
      String slug = at < 0 || at >= sections.size() ? null : document.sectionIds().get(at);
      List<@Nullable Object> row = new ArrayList<>();
      row.add(document.id());
      row.add(facts.title());
      row.add(region == null ? "" : String.join("/", region.path()));
      row.add(facts.agency());
      row.add(facts.year());
      row.add(facts.category());
      row.add(itemResult.item().id());
      row.add(language.choose(itemResult.item().chinese(), itemResult.item().english()));
      row.add(itemResult.state().id());
      row.add(itemResult.page() == 0 ? null : itemResult.page());
      row.add(slug == null ? null : origin + PortalLinks.permalink(document.id(), slug));
      row.add(itemResult.item().source());
      row.add(timeliness.publicationDate());
      row.add(timeliness.dueDate());
      row.add(timeliness.state().id());
      rows.add(row);
    }
    return rows;
  }
}
