/* libyaml's own events on a file, counted: what reading a plan costs before anything is done with it. */
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

int main(int count, char **arguments) {
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (!file) return 64;
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    unsigned char *bytes = malloc(size + 1);
    if (!bytes || fread(bytes, 1, size, file) != size) return 1;

    yaml_parser_t parser;
    yaml_event_t event;
    long events = 0;
    int isDone = 0;
    if (!yaml_parser_initialize(&parser)) return 1;
    yaml_parser_set_input_string(&parser, bytes, size);
    while (!isDone) {
        if (!yaml_parser_parse(&parser, &event)) return 1;
        isDone = event.type == YAML_STREAM_END_EVENT;
        events++;
        yaml_event_delete(&event);
    }
    printf("%ld\n", events);
    return 0;
}
