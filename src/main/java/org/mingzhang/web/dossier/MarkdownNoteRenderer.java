package org.mingzhang.web.dossier;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders Markdown notes (CommonMark) as HTML or as runs of text. HTML in a note is escaped, links
 * with a scheme other than http, https and mailto lose their address, and images are replaced by
 * links, so that a note does not load anything.
 */
public final class MarkdownNoteRenderer {
  private static final Parser PARSER =
      Parser.builder()
          .maxOpenBlockParsers(32)
          .postProcessor(MarkdownNoteRenderer::replaceImagesByLinks)
          .build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
          .percentEncodeUrls(true)
          .softbreak("<br>\n")
          .build();

  private MarkdownNoteRenderer() {}

  /** Renders a note, which is Markdown, as sanitized HTML. */
  public static String renderHtml(String note) {
    return HTML.render(PARSER.parse(note));
  }

  private static Node replaceImagesByLinks(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Image image) {
            visitChildren(image);
            Link link = new Link(image.getDestination(), image.getTitle());
            for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
              link.appendChild(child);
            }
            image.insertAfter(link);
            image.unlink();
          }
        });
    return document;
  }

  /** Receives paragraphs and runs of a note. */
  interface NoteSink {
    /**
     * Starts a paragraph.
     *
     * @param bullet its list marker, or empty
     */
    void startParagraph(String bullet);

    /**
     * Adds a run of text to the paragraph.
     *
     * @param text text of the run, which may contain line feeds
     * @param address its link target, or empty
     */
    void addRun(String text, boolean strong, boolean emphasis, String address);
  }

  /** Passes the paragraphs and runs of a note to a sink. */
  static void renderTo(String note, NoteSink noteSink) {
    PARSER.parse(note).accept(new RunVisitor(noteSink));
  }

  /** Visits a note in reading order. */
  private static final class RunVisitor extends AbstractVisitor {
    private static final List<String> ALLOWED_SCHEMES = List.of("http://", "https://", "mailto:");

    /** A character that an address must not have as it is, or a percent sign that encodes none. */
    private static final Pattern NOT_IN_ADDRESS =
        Pattern.compile("[^\\x21-\\x7e]|[\"<>\\\\^`{|}\\[\\]]|%(?![0-9A-Fa-f]{2})");

    private final NoteSink noteSink;
    private int strongDepth;
    private int emphasisDepth;
    private String address = "";

    private RunVisitor(NoteSink noteSink) {
      this.noteSink = noteSink;
    }

    private void addRun(String text) {
      noteSink.addRun(text, strongDepth > 0, emphasisDepth > 0, address);
    }

    @Override
    public void visit(Paragraph paragraph) {
      noteSink.startParagraph(listMarker(paragraph));
      visitChildren(paragraph);
    }

    private static String listMarker(Paragraph paragraph) {
      Block item = paragraph.getParent();
      if (!(item instanceof ListItem) || paragraph.getPrevious() != null) {
        return "";
      }
      if (item.getParent() instanceof OrderedList list) {
        int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
          number++;
        }
        return number + ". ";
      }
      return item.getParent() instanceof BulletList ? "• " : "";
    }

    @Override
    public void visit(Heading heading) {
      noteSink.startParagraph("");
      strongDepth++;
      visitChildren(heading);
      strongDepth--;
    }

    @Override
    public void visit(StrongEmphasis node) {
      strongDepth++;
      visitChildren(node);
      strongDepth--;
    }

    @Override
    public void visit(Emphasis node) {
      emphasisDepth++;
      visitChildren(node);
      emphasisDepth--;
    }

    @Override
    public void visit(Link link) {
      address = toValidAddress(link.getDestination());
      visitChildren(link);
      address = "";
    }

    /**
     * The address of a link, in which characters that RFC 3986 forbids are percent-encoded; empty
     * if its scheme is not allowed or the result is still no valid URI.
     */
    private static String toValidAddress(String destination) {
      if (ALLOWED_SCHEMES.stream().noneMatch(destination::startsWith)) {
        return "";
      }
      String encoded =
          NOT_IN_ADDRESS
              .matcher(destination)
              .replaceAll(
                  c -> URLEncoder.encode(c.group(), StandardCharsets.UTF_8).replace("+", "%20"));
      try {
        return new URI(encoded).toASCIIString();
      } catch (URISyntaxException e) {
        return "";
      }
    }

    @Override
    public void visit(Text text) {
      addRun(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      addRun(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
      addRun(html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
      noteSink.startParagraph("");
      addRun(html.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
      noteSink.startParagraph("");
      addRun(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      noteSink.startParagraph("");
      addRun(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak line) {
      addRun("\n");
    }

    @Override
    public void visit(HardLineBreak line) {
      addRun("\n");
    }
  }
}
