# Sources that the build writes: embedded files, compiled templates, static assets.
find_program(NODE node REQUIRED)
set(generated ${CMAKE_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${generated})

# throughline_embed(ROOM NAME name DIRECTORY folder): ROOM gains embedded_NAME().
function(throughline_embed room)
  cmake_parse_arguments(EMBED "" "NAME;DIRECTORY" "" ${ARGN})
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${EMBED_DIRECTORY}/*)
  set(output ${generated}/embedded_${EMBED_NAME}.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${NODE} scripts/embed.mjs ${EMBED_DIRECTORY} ${output} ${room} ${EMBED_NAME}
    DEPENDS ${CMAKE_SOURCE_DIR}/scripts/embed.mjs ${files}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Embedding ${EMBED_DIRECTORY}")
  target_sources(throughline_${room} PRIVATE ${output})
endfunction()

# throughline_templates(ROOM): compiles templates/ into ROOM.
function(throughline_templates room)
endfunction()

# throughline_static(ROOM): builds static/ (style sheets, scripts, fonts) into ROOM.
function(throughline_static room)
endfunction()
