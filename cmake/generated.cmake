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
    DEPENDS ${CMAKE_SOURCE_DIR}/scripts/embed.mjs ${CMAKE_SOURCE_DIR}/scripts/literals.mjs ${files}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Embedding ${EMBED_DIRECTORY}")
  target_sources(throughline_${room} PRIVATE ${output})
endfunction()

# A library of compiled templates, one .cpp each. Every template is looked at again when one changes
# (that takes under a second); a .cpp that comes out the same is not compiled again, so only what
# changed, and what extends, includes or imports it, is.
set(govuk_frontend ${CMAKE_SOURCE_DIR}/node_modules/govuk-frontend/dist/govuk)
file(GLOB template_compiler CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/scripts/templates/*.mjs)
file(GLOB_RECURSE govuk_templates CONFIGURE_DEPENDS ${govuk_frontend}/*.njk)

function(throughline_template_library name source)
  set(outputs ${ARGN})
  set(folder ${generated}/${name})
  list(TRANSFORM outputs PREPEND ${folder}/)
  list(TRANSFORM outputs APPEND .cpp)
  if(NOT source STREQUAL "--govuk")
    file(GLOB_RECURSE ours CONFIGURE_DEPENDS ${source}/*.html)
  endif()
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND ${NODE} scripts/templates/compile.mjs ${folder} ${source}
    DEPENDS ${template_compiler} ${govuk_templates} ${ours}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Compiling templates: ${name}")
  add_library(throughline_${name} STATIC ${outputs})
  target_link_libraries(throughline_${name} PUBLIC throughline_templates)
  # Generated code is checked by its compiler's tests: warnings and sanitizers only cost time here.
  target_compile_options(throughline_${name} PRIVATE -w -O1 -g0 -fno-sanitize=all)
endfunction()

# The macros of govuk-frontend. The linker takes only those that some page imports.
function(throughline_govuk_templates)
  file(GLOB macros CONFIGURE_DEPENDS RELATIVE ${govuk_frontend}
       ${govuk_frontend}/components/*/macro.njk ${govuk_frontend}/macros/*.njk
       ${govuk_frontend}/template.njk)
  list(TRANSFORM macros PREPEND govuk/)
  throughline_template_library(govuk_templates --govuk ${macros})
endfunction()

# throughline_pages(NAME ROOT): the library throughline_NAME, with every .html below ROOT, and
# render() over them. A program links one such library.
function(throughline_pages name root)
  file(GLOB_RECURSE pages CONFIGURE_DEPENDS RELATIVE ${root} ${root}/*.html)
  throughline_template_library(${name} ${root} ${pages} index)
  target_link_libraries(throughline_${name} PUBLIC throughline_govuk_templates)
endfunction()

# throughline_templates(ROOM): compiles templates/ and links ROOM with it.
function(throughline_templates room)
  throughline_govuk_templates()
  throughline_pages(page_templates ${CMAKE_SOURCE_DIR}/templates)
  get_target_property(type throughline_${room} TYPE)
  if(type STREQUAL INTERFACE_LIBRARY)
    target_link_libraries(throughline_${room} INTERFACE throughline_page_templates)
  else()
    target_link_libraries(throughline_${room} PUBLIC throughline_page_templates)
  endif()
endfunction()

# throughline_static(ROOM): builds static/ (style sheets, scripts, fonts) into ROOM.
function(throughline_static room)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/static/*)
  set(output ${generated}/static_files.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${NODE} scripts/static.mjs ${output}
    DEPENDS ${CMAKE_SOURCE_DIR}/scripts/static.mjs ${CMAKE_SOURCE_DIR}/scripts/literals.mjs
            ${CMAKE_SOURCE_DIR}/package-lock.json ${files}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Building static files")
  target_sources(throughline_${room} PRIVATE ${output})
endfunction()

# throughline_languages(ROOM): ROOM gains embedded_languages(), the catalogues of languages/*.po as
# gettext compiles them; a catalogue with a fault stops the build.
find_program(MSGFMT msgfmt REQUIRED)
function(throughline_languages room)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/languages/*.po)
  set(folder ${generated}/languages)
  file(MAKE_DIRECTORY ${folder})
  foreach(source ${sources})
    get_filename_component(code ${source} NAME_WE)
    add_custom_command(
      OUTPUT ${folder}/${code}.mo
      COMMAND ${MSGFMT} --check-domain -o ${folder}/${code}.mo ${source}
      DEPENDS ${source})
    list(APPEND compiled ${folder}/${code}.mo)
  endforeach()
  set(output ${generated}/embedded_languages.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${NODE} scripts/embed.mjs ${folder} ${output} ${room} languages
    DEPENDS ${CMAKE_SOURCE_DIR}/scripts/embed.mjs ${CMAKE_SOURCE_DIR}/scripts/literals.mjs ${compiled}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Embedding languages")
  target_sources(throughline_${room} PRIVATE ${output})
endfunction()
