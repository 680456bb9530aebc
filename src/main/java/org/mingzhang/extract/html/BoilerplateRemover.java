package org.mingzhang.extract.html;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Removes site boilerplate from a page: navigation, breadcrumbs, share bars, links to neighboring
 * pages, footers. A block is removed if its text starts like boilerplate, if it consists mostly of
 * links to other pages, or if its class or id names it so. A block that has a heading ({@code h1}
 * to {@code h3}), a sentence or a large part of the page's text is always kept.
 */
final class BoilerplateRemover {
  private static final Set<String> BLOCK_ELEMENTS =
      Set.of(
          "div", "ul", "ol", "dl", "p", "section", "header", "footer", "aside", "form", "center");

  /**
   * Words of classes and IDs that name boilerplate; {@code weizhi} and {@code dqwz} are 位置 and
   * 当前位置, {@code ewm} is 二维码.
   */
  private static final Set<String> BOILERPLATE_NAMES =
      Set.of(
          "nav",
          "navbar",
          "topnav",
          "mainnav",
          "subnav",
          "menu",
          "breadcrumb",
          "breadcrumbs",
          "crumb",
          "crumbs",
          "location",
          "position",
          "weizhi",
          "dqwz",
          "topbar",
          "header",
          "footer",
          "foot",
          "copyright",
          "sidebar",
          "share",
          "bdsharebuttonbox",
          "toolbar",
          "pager",
          "pagination",
          "friendlink",
          "friendlinks",
          "qrcode",
          "ewm");

  /** Beginnings of breadcrumbs, share bars and the like. */
  private static final Pattern BOILERPLATE_START =
      Pattern.compile(
          "^(?:您(?:现在|当前)?的?(?:所在)?的?位置|当前位置|现在位置|所在位置|首页\\s*(?:[>＞»›/|·]|-+>)"
              + "|分享(?:到|至)?\\s*(?:[:：]|微信|微博|$)|【?(?:打印|关闭)(?:本页|窗口|此页)|【(?:打印|关闭|字体|大)"
              + "|[【\\[]?(?:字号|字体(?:大小)?)\\s*[:：]|(?:上|下)一(?:篇|条)\\s*[:：]|返回(?:顶部|首页)|扫一扫|相关(?:链接|文章|阅读|附件下载)"
              + "|(?:浏览|阅读|点击)(?:次数|量)?\\s*[:：]|无障碍(?:阅读|浏览)|长者(?:版|模式)|责任编辑\\s*[:：]|友情链接)");

  /** Words of site footers; no sentence of a disclosure has two of them. */
  private static final Pattern FOOTER_WORDS =
      Pattern.compile(
          "ICP备|公网安备|版权所有|网站标识码|网站地图|[Cc]opyright|©|政府网站找错|建议使用.{0,12}浏览器|技术支持\\s*[:：]"
              + "|^(?:主办|承办)(?:单位)?\\s*[:：]");

  /**
   * Beginnings of headings; a block that begins with one is not removed because of its class or ID.
   */
  private static final Pattern HEADING_START =
      Pattern.compile("第[一二三四五六七八九十]{1,3}(?:部分|章)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|附件");

  /** Minimum number of characters before a full stop that make a sentence. */
  private static final int MIN_SENTENCE_LENGTH = 24;

  /** The end of a link to a document or archive. */
  private static final Pattern DOCUMENT_FILE =
      Pattern.compile("\\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|7z)(?:[?#].*)?$");

  /**
   * Maximum length, in characters, of a short block. Only a short block is removed because of its
   * first words or of a single footer word.
   */
  private static final int MAX_SHORT_BLOCK_LENGTH = 160;

  /** Maximum length, in characters, of a footer. */
  private static final int MAX_FOOTER_LENGTH = 500;

  /** Minimum number of links for a block to be a list of links such as a menu. */
  private static final int MIN_LINKS = 3;

  /** Minimum share of the text of a block of links that must be in links. */
  private static final double MIN_LINK_TEXT_SHARE = 0.6;

  /** Maximum share of the page's text in one block of boilerplate. */
  private static final double MAX_BOILERPLATE_SHARE = 0.3;

  private final int pageLength;
  private final IdentityHashMap<Element, Integer> minTextLengths;

  private BoilerplateRemover(Element body) {
    this.pageLength = body.text().length();
    this.minTextLengths =
        TextLengthMeter.measure(body, e -> BLOCK_ELEMENTS.contains(e.normalName()));
  }

  /** Removes the boilerplate below an element from the page. Data tables are not searched. */
  static void remove(Element body) {
    new BoilerplateRemover(body).removeBelow(body);
  }

  private void removeBelow(Element element) {
    List<Element> boilerplate = new ArrayList<>();
    for (Element child : element.children()) {
      if (BLOCK_ELEMENTS.contains(child.normalName()) && isBoilerplate(child)) {
        boilerplate.add(child);
      } else if (!child.normalName().equals("table") || HtmlTables.isLayout(child)) {
        removeBelow(child);
      }
    }
    ElementRemover.removeAll(boilerplate);
  }

  /**
   * Whether a text contains a sentence: enough characters before a full stop or between two. Linear
   * in the length of the text.
   */
  private static boolean isProse(String text) {
    int before = -1;
    for (int stop = text.indexOf('。'); stop >= 0; stop = text.indexOf('。', stop + 1)) {
      if (stop - before > MIN_SENTENCE_LENGTH) {
        return true;
      }
      before = stop;
    }
    return false;
  }

  private boolean isLargePartOfPage(int length) {
    return length > pageLength * MAX_BOILERPLATE_SHARE && length > MAX_SHORT_BLOCK_LENGTH;
  }

  private boolean isBoilerplate(Element block) {
    if (isLargePartOfPage(minTextLengths.getOrDefault(block, 0))) {
      return false;
    }
    String text = block.text().strip();
    if (text.isEmpty() || block.selectFirst("h1, h2, h3") != null) {
      return false;
    }
    if (text.length() <= MAX_SHORT_BLOCK_LENGTH
        && BOILERPLATE_START.matcher(text).find()
        && !isProse(text)) {
      return true;
    }
    if (isLargePartOfPage(text.length())) {
      return false;
    }
    long footerWordCount =
        text.length() > MAX_FOOTER_LENGTH
            ? 0
            : FOOTER_WORDS.matcher(text).results().limit(2).count();
    if (footerWordCount == 2 || (footerWordCount == 1 && text.length() <= MAX_SHORT_BLOCK_LENGTH)) {
      return !isProse(text);
    }
    boolean named = hasBoilerplateName(block) && !HEADING_START.matcher(text).lookingAt();
    return (named || isMostlyLinks(block, text.length())) && !isProse(text);
  }

  /**
   * Whether the class or ID of a block without a table names it as boilerplate, or the block is a
   * {@code footer} or {@code aside} without a table of data.
   */
  private static boolean hasBoilerplateName(Element block) {
    String names = block.className() + " " + block.id();
    for (String name : names.split("[^A-Za-z]+", -1)) {
      if (BOILERPLATE_NAMES.contains(name.toLowerCase(Locale.ROOT))) {
        return block.selectFirst("table") == null;
      }
    }
    return (block.normalName().equals("footer") || block.normalName().equals("aside"))
        && block.select("table").stream().allMatch(HtmlTables::isLayout);
  }

  /**
   * Whether a block consists mostly of links to other pages. A link to a document is an attachment,
   * and a link inside the page may be an entry of contents; either keeps the block.
   */
  private static boolean isMostlyLinks(Element block, int length) {
    int count = 0;
    int linked = 0;
    for (Element link : block.select("a[href]")) {
      String target = link.attr("href").strip().toLowerCase(Locale.ROOT);
      if (target.startsWith("#") || DOCUMENT_FILE.matcher(target).find()) {
        return false;
      }
      count++;
      linked += link.text().length();
    }
    return count >= MIN_LINKS && linked >= length * MIN_LINK_TEXT_SHARE;
  }
}
