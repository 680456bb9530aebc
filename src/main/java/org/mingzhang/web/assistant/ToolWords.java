package org.mingzhang.web.assistant;

/**
 * How a tool presents itself.
 *
 * @param name its name in the protocol
 * @param title what it is called where people choose tools
 * @param description what it answers and when to use it
 */
record ToolWords(String name, String title, String description) {}
