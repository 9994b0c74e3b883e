# Warnings are errors; sanitizers when asked for; the quickest linker that is installed.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Werror)
# GCC 12 reports these in the standard library's own variants and strings once it inlines them.
add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
                    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(THROUGHLINE_SANITIZE MATCHES thread AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  add_compile_options(-Wno-tsan)  # of the fences in Asio, which its locks make up for
endif()
if(THROUGHLINE_SANITIZE)
  add_compile_options(-fsanitize=${THROUGHLINE_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${THROUGHLINE_SANITIZE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
