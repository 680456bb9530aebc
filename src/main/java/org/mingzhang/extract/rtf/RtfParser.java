package org.mingzhang.extract.rtf;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.mingzhang.extract.BlockList;
import org.mingzhang.extract.RefusedException;
import org.mingzhang.extract.RefusedException.Reason;
import org.mingzhang.extract.rtf.RtfState.Target;

/** Reads the groups and control words of one RTF file. Not thread-safe. */
final class RtfParser {
  private static final int MAX_DEPTH = 5_000;

  private final RtfScanner in;
  private final BlockList blocks;
  private final RtfBody body;
  private final RtfLayout layout;
  private final RtfFonts fonts = new RtfFonts();
  private final RtfStyles styles = new RtfStyles();
  private final Map<String, String> properties = new HashMap<>();
  private final Deque<RtfState> outer = new ArrayDeque<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringBuilder collected = new StringBuilder();
  private final StringBuilder instruction = new StringBuilder();
  private RtfState state = new RtfState();
  private boolean starred;
  private int toSkip;
  private int definedFont;

  RtfParser(byte[] file, BlockList blocks) {
    this.in = new RtfScanner(file);
    this.blocks = blocks;
    this.body = new RtfBody(blocks);
    this.layout = new RtfLayout(body, styles);
  }

  /** What the file states of itself. */
  Map<String, String> properties() {
    return properties;
  }

  /** Reads the file. */
  void read() throws RefusedException {
    for (RtfScanner.Token token = in.next();
        token != RtfScanner.Token.END && !blocks.isFull();
        token = in.next()) {
      if (token != RtfScanner.Token.BYTE) {
        flush();
      }
      switch (token) {
        case OPEN -> open();
        case CLOSE -> close();
        case WORD -> word(in.word());
        case SYMBOL -> symbol(in.value());
        default -> textByte(in.value());
      }
    }
    flush();
    body.end();
  }

  private void open() throws RefusedException {
    if (outer.size() >= MAX_DEPTH) {
      throw new RefusedException(Reason.DAMAGED, "damaged: groups nested too deeply");
    }
    outer.push(state);
    state = state.copy();
    toSkip = 0;
    if (state.target == Target.STYLES) {
      styles.begin();
      collected.setLength(0);
    }
  }

  private void close() {
    RtfState closed = state;
    state = outer.isEmpty() ? new RtfState() : outer.pop();
    toSkip = 0;
    starred = false;
    boolean leaves = state.target != closed.target;
    if (closed.target == Target.STYLES && !leaves) {
      styles.end(collected.toString());
    } else if (leaves && closed.target == Target.TITLE) {
      property("title");
    } else if (leaves && closed.target == Target.AUTHOR) {
      property("author");
    }
  }

  private void property(String name) {
    if (!collected.toString().isBlank()) {
      properties.put(name, collected.toString().strip());
    }
    collected.setLength(0);
  }

  private void textByte(int value) {
    if (toSkip > 0) {
      flush();
      toSkip--;
    } else {
      bytes.write(value);
    }
  }

  private void flush() {
    if (bytes.size() > 0) {
      String text = bytes.toString(fonts.charset(state.font, state.asianFont));
      bytes.reset();
      text(text);
    }
  }

  private void text(String text) {
    switch (state.target) {
      case BODY, LABEL -> {
        if (state.isShown()) {
          body.append(text, state.target == Target.LABEL, state.contents);
        }
      }
      case INSTRUCTION -> instruction.append(text);
      case STYLES, TITLE, AUTHOR -> collected.append(text);
      case FONTS, NOWHERE -> {}
    }
  }

  private void symbol(int symbol) {
    switch (symbol) {
      case '*' -> starred = true;
      case '~' -> text(" ");
      case '_' -> text("-");
      case '\\', '{', '}' -> textByte(symbol);
      case '\r', '\n' -> layout("par");
      default -> {}
    }
  }

  private void word(String word) {
    if (toSkip > 0 && !word.equals("u")) {
      toSkip = 0;
    }
    if (word.equals("u")) {
      text(String.valueOf((char) in.number('?')));
      toSkip = state.unicodeSkip;
    } else if (word.equals("bin")) {
      in.skip(Math.max(0, in.number(0)));
    } else if (!destination(word) && !characters(word)) {
      layout(word);
    }
    starred = false;
  }

  /** Words that open a group whose text goes elsewhere. */
  private boolean destination(String word) {
    Target target = RtfDestinations.of(word);
    if (target == null && word.equals("fldrslt")) {
      state.contents |= instruction.toString().strip().startsWith("TOC");
      return true;
    }
    if (target == null
        && starred
        && !RtfDestinations.shown(word)
        && state.target != Target.STYLES) {
      target = Target.NOWHERE;
    }
    if (target == null) {
      return false;
    }
    boolean property = target == Target.TITLE || target == Target.AUTHOR;
    if (property || state.target != Target.NOWHERE) {
      state.target = target;
    }
    if (target == Target.INSTRUCTION) {
      instruction.setLength(0);
    }
    collected.setLength(0);
    return true;
  }

  /** Words about characters. */
  private boolean characters(String word) {
    switch (word) {
      case "ansicpg" -> fonts.codePage(in.number(1252));
      case "uc" -> state.unicodeSkip = Math.max(0, in.number(1));
      case "v" -> state.hidden = in.number(1) != 0;
      case "deleted" -> state.deleted = in.number(1) != 0;
      case "plain" -> {
        state.hidden = false;
        state.deleted = false;
      }
      case "f" -> font(in.number(0));
      case "af" -> state.asianFont = in.number(0);
      case "fcharset" -> fonts.define(definedFont, in.number(0));
      default -> {
        String text = RtfCharacters.of(word);
        if (text == null) {
          return false;
        }
        text(text);
      }
    }
    return true;
  }

  private void font(int number) {
    state.font = number;
    definedFont = number;
  }

  /** Words about paragraphs, rows and pages, of the text or of a style. */
  private void layout(String word) {
    switch (state.target) {
      case BODY -> layout.text(word, in);
      case STYLES -> styles.word(word, in);
      default -> layout.anywhere(word, in);
    }
  }
}
