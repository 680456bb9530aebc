package org.mingzhang.extract.page;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a page that stand in no grid. Runs of them may be forms or tables without ruling
 * lines, also such that go on from the page before. Confined to one thread and one page.
 */
final class FreeLines {
  /** Most lines of a page below a table that goes on. */
  private static final int FOOT_LINES = 2;

  private static final Pattern FOOT = Pattern.compile("[-—–·第页共/\\s\\d]{1,14}");

  /** What the head of a performance form holds: it is no table of its own. */
  private static final Pattern FORM_HEAD =
      Pattern.compile(".*(主管部门|实施单位|(项目|部门|单位)名称|年度资金总额|预期目标).*");

  private final List<TextLine> lines;
  private final PageContent page;
  private final LineAssembler assembler;
  private final RowRules rules;
  private BorderlessEnd end = BorderlessEnd.NONE;

  FreeLines(List<TextLine> lines, PageContent page, LineAssembler assembler) {
    this.lines = lines;
    this.page = page;
    this.assembler = assembler;
    this.rules = new RowRules(page.rulings());
  }

  /** Adds the blocks that the lines make and returns what the page ends with. */
  BorderlessEnd place(BorderlessEnd before, List<PageReader.Placed> placed) {
    BorderlessForms forms = new BorderlessForms(lines);
    int at = before.header().isEmpty() ? 0 : addRest(forms, before, placed);
    BorderlessForms.Span span = forms.next(at);
    for (; span != null; span = forms.next(span.to())) {
      List<TextLine> header = lines.subList(span.from(), span.body());
      List<TextLine> body = lines.subList(span.body(), span.to());
      BorderlessForm form = new BorderlessForm(header, body, span.gap(), assembler, rules);
      if (form.isForm()) {
        addTables(at, span.from(), true, before, placed);
        placed.add(new PageReader.Placed(header.getFirst().top(), form.block(page.number())));
        at = span.to();
        end = lastOnPage(at) ? BorderlessEnd.form(header, span.gap()) : BorderlessEnd.NONE;
      }
    }
    addTables(at, lines.size(), false, before, placed);
    return end;
  }

  /** Adds the rest of the form before and returns the line after it. */
  private int addRest(BorderlessForms forms, BorderlessEnd before, List<PageReader.Placed> placed) {
    int to = forms.end(0, before.gap());
    if (to == 0) {
      return 0;
    }
    List<TextLine> body = lines.subList(0, to);
    BorderlessForm rest = new BorderlessForm(before.header(), body, before.gap(), assembler, rules);
    if (!rest.isForm() || !rest.holds()) {
      return 0;
    }
    placed.add(new PageReader.Placed(body.getFirst().top(), rest.rest(page.number())));
    end = lastOnPage(to) ? before : BorderlessEnd.NONE;
    return to;
  }

  private void addTables(
      int from, int to, boolean form, BorderlessEnd before, List<PageReader.Placed> placed) {
    List<TextLine> part = lines.subList(from, to);
    int at = 0;
    for (BorderlessTables.Span span :
        new BorderlessTables(part, from == 0 ? before.titles() : List.of()).find()) {
      List<TextLine> header = part.subList(span.from(), span.body());
      List<TextLine> body = part.subList(span.body(), span.to());
      boolean repeated = from == 0 && at == 0 && before.repeatedBy(header, body);
      List<TextLine> own = repeated ? List.of() : header;
      boolean first = repeated || (from + span.from() == 0 && header.isEmpty());
      BorderlessColumns above = first ? before.columns() : null;
      BorderlessTable table = new BorderlessTable(own, body, span.gap(), above, assembler, rules);
      boolean head = form && part.subList(span.from(), span.to()).stream().anyMatch(this::formHead);
      if (table.isTable() && !head) {
        addLines(part.subList(at, span.from()), placed);
        float top = part.get(span.from()).top();
        placed.add(new PageReader.Placed(top, table.block(page.number())));
        at = span.to();
        boolean last = lastOnPage(from + at);
        List<String> titles = header.isEmpty() ? before.titles() : BorderlessEnd.words(header);
        end = last ? BorderlessEnd.table(table.columns(), span.gap(), titles) : BorderlessEnd.NONE;
      }
    }
    addLines(part.subList(at, part.size()), placed);
  }

  private boolean formHead(TextLine line) {
    return FORM_HEAD.matcher(line.text()).matches();
  }

  private void addLines(List<TextLine> some, List<PageReader.Placed> placed) {
    for (TextLine line : some) {
      float middle = (line.top() + line.bottom()) / 2;
      placed.add(new PageReader.Placed(middle, line.block(page)));
    }
  }

  /** Whether nothing but a page number stands at a line and below. */
  private boolean lastOnPage(int line) {
    return lines.size() - line <= FOOT_LINES
        && lines.subList(line, lines.size()).stream()
            .allMatch(l -> FOOT.matcher(l.text()).matches());
  }
}
