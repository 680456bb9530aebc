package org.mingzhang.extract.page;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the lines of a page outside ruled grids: finds forms and tables without ruling lines among
 * them, including those that continue from the page before. Confined to one thread and one page.
 */
final class BorderlessRegionReader {
  /** Maximum number of lines, all page numbers, below a table that continues on the next page. */
  private static final int MAX_LINES_BELOW_TABLE = 2;

  private static final Pattern PAGE_NUMBER = Pattern.compile("[-—–·第页共/\\s\\d]{1,14}");

  /**
   * Labels in the upper part of a performance form (a part that is not read as a separate table).
   */
  private static final Pattern FORM_HEAD =
      Pattern.compile(".*(主管部门|实施单位|(项目|部门|单位)名称|年度资金总额|预期目标).*");

  private final List<TextLine> lines;
  private final PageContent page;
  private final LineAssembler assembler;
  private final RowRulings rowRulings;
  private BorderlessContinuation continuation = BorderlessContinuation.NONE;

  BorderlessRegionReader(List<TextLine> lines, PageContent page, LineAssembler assembler) {
    this.lines = lines;
    this.page = page;
    this.assembler = assembler;
    this.rowRulings = new RowRulings(page.rulings());
  }

  /**
   * Adds the blocks of the lines and returns the form or table at the end of the page, {@link
   * BorderlessContinuation#NONE} if there is none. To be called once.
   *
   * @param previousPage form or table at the end of the page before
   * @param placedBlocks receives the blocks, in any order
   */
  BorderlessContinuation addBlocks(
      BorderlessContinuation previousPage, List<PageReader.PlacedBlock> placedBlocks) {
    BorderlessFormFinder forms = new BorderlessFormFinder(lines);
    int at =
        previousPage.header().isEmpty()
            ? 0
            : addFormContinuation(forms, previousPage, placedBlocks);
    BorderlessFormFinder.FormLineRange span = forms.findNext(at);
    for (; span != null; span = forms.findNext(span.endLine())) {
      List<TextLine> header = lines.subList(span.firstLine(), span.firstBodyLine());
      List<TextLine> body = lines.subList(span.firstBodyLine(), span.endLine());
      BorderlessFormBuilder form =
          new BorderlessFormBuilder(header, body, span.rowGap(), assembler, rowRulings);
      if (form.isForm() && form.hasMergedRows()) {
        addTables(at, span.firstLine(), true, previousPage, placedBlocks);
        addLines(lines.subList(span.firstLine(), span.endLine()), placedBlocks);
        at = span.endLine();
      } else if (form.isForm()) {
        addTables(at, span.firstLine(), true, previousPage, placedBlocks);
        placedBlocks.add(
            new PageReader.PlacedBlock(header.getFirst().top(), form.toBlock(page.number())));
        at = span.endLine();
        continuation =
            isLastOnPage(at)
                ? BorderlessContinuation.ofForm(header, span.rowGap())
                : BorderlessContinuation.NONE;
      }
    }
    addTables(at, lines.size(), false, previousPage, placedBlocks);
    return continuation;
  }

  /**
   * Adds the continuation of a form from the page before and returns the index of the line after
   * it; 0 if the first lines do not continue it.
   */
  private int addFormContinuation(
      BorderlessFormFinder formFinder,
      BorderlessContinuation previousPage,
      List<PageReader.PlacedBlock> placedBlocks) {
    int to = formFinder.findEnd(0, previousPage.rowGap());
    if (to == 0) {
      return 0;
    }
    List<TextLine> body = lines.subList(0, to);
    BorderlessFormBuilder rest =
        new BorderlessFormBuilder(
            previousPage.header(), body, previousPage.rowGap(), assembler, rowRulings);
    if (!rest.isForm() || !rest.fitsColumns()) {
      return 0;
    }
    placedBlocks.add(
        new PageReader.PlacedBlock(body.getFirst().top(), rest.continuationBlock(page.number())));
    continuation = isLastOnPage(to) ? previousPage : BorderlessContinuation.NONE;
    return to;
  }

  /**
   * Adds the tables and the other lines of a range.
   *
   * @param formFollows whether a form begins at {@code to}, whose upper part is not a table
   */
  private void addTables(
      int from,
      int to,
      boolean formFollows,
      BorderlessContinuation previousPage,
      List<PageReader.PlacedBlock> placedBlocks) {
    List<TextLine> part = lines.subList(from, to);
    int at = 0;
    for (BorderlessTableFinder.TableLineRange span :
        new BorderlessTableFinder(part, from == 0 ? previousPage.titles() : List.of()).find()) {
      List<TextLine> header = part.subList(span.firstLine(), span.firstBodyLine());
      List<TextLine> body = part.subList(span.firstBodyLine(), span.endLine());
      boolean repeated = from == 0 && at == 0 && previousPage.isHeaderRepeatedBy(header, body);
      List<TextLine> own = repeated ? List.of() : header;
      boolean first = repeated || (from + span.firstLine() == 0 && header.isEmpty());
      BorderlessColumns above = first ? previousPage.columns() : null;
      BorderlessTableBuilder table =
          new BorderlessTableBuilder(own, body, span.rowGap(), above, assembler, rowRulings);
      boolean head =
          formFollows
              && part.subList(span.firstLine(), span.endLine()).stream().anyMatch(this::isFormHead);
      if (table.isTable() && !head) {
        addLines(part.subList(at, span.firstLine()), placedBlocks);
        float top = part.get(span.firstLine()).top();
        placedBlocks.add(new PageReader.PlacedBlock(top, table.toBlock(page.number())));
        at = span.endLine();
        boolean last = isLastOnPage(from + at);
        List<String> titles =
            header.isEmpty() ? previousPage.titles() : BorderlessContinuation.lineTexts(header);
        continuation =
            last
                ? BorderlessContinuation.ofTable(table.columns(), span.rowGap(), titles)
                : BorderlessContinuation.NONE;
      }
    }
    addLines(part.subList(at, part.size()), placedBlocks);
  }

  private boolean isFormHead(TextLine line) {
    return FORM_HEAD.matcher(line.text()).matches();
  }

  private void addLines(List<TextLine> textLines, List<PageReader.PlacedBlock> placedBlocks) {
    for (TextLine line : textLines) {
      float middle = (line.top() + line.bottom()) / 2;
      placedBlocks.add(new PageReader.PlacedBlock(middle, line.toBlock(page)));
    }
  }

  /** Whether nothing but page numbers, on at most two lines, is at a line or below it. */
  private boolean isLastOnPage(int line) {
    return lines.size() - line <= MAX_LINES_BELOW_TABLE
        && lines.subList(line, lines.size()).stream()
            .allMatch(l -> PAGE_NUMBER.matcher(l.text()).matches());
  }
}
