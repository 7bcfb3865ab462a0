-- The named divs and spans of a paper, turned into Typst functions (paper.typ) or Word styles (word.py).

local typst = FORMAT:match('typst') ~= nil
local function raw(text) return pandoc.RawBlock(typst and 'typst' or 'openxml', text) end

local STYLES = {
  cover = false, index = false,
  ['court-heading'] = 'Court Heading', ['cover-heading'] = 'Court Heading', ['cover-title'] = 'Paper Title', ['paper-title'] = 'Paper Title',
  letterhead = 'Letterhead', day = 'Letter Line', address = 'Letter Line', subject = 'Subject',
  signature = 'Signature Block', ['draft-box'] = 'Draft Box', ['status-box'] = 'Status Box', excerpt = 'Block Text',
  single = 'Single', client = 'Client Text', advised = 'Client Text', choice = 'Status Box', order = 'Order Text', card = 'Client Text',
}
local PAIRS = { caption = true, ['counsel-flags'] = true, bench = true, signatures = true, pair = true }

local function child(div, class)
  for _, block in ipairs(div.content) do
    if block.t == 'Div' and block.classes:includes(class) then return block.content end
  end
  return pandoc.Blocks({})
end

-- How many lines blocks take at the least.
local function lines(blocks)
  local count = 0
  for _, block in ipairs(blocks) do
    count = count + 1
    if block.t == 'LineBlock' then count = count + #block.content - 1 end
    for _, inline in ipairs(block.t == 'Para' and block.content or {}) do
      if inline.t == 'LineBreak' then count = count + 1 end
    end
  end
  return count
end

local function side_by_side(class, left, right)
  if typst then
    local out = pandoc.Blocks({ raw('#' .. class .. '[') })
    out:extend(left); out:insert(raw('][')); out:extend(right); out:insert(raw(']'))
    return out
  end
  local rows, widths, aligns
  if class == 'caption' then
    local marks = pandoc.List()
    for _ = 1, math.max(lines(left), lines(right)) + 1 do marks:insert(pandoc.Str(')')); marks:insert(pandoc.LineBreak()) end
    rows = { { left, { pandoc.Para(marks) }, right } }
    widths, aligns = { 0.5, 0.06, 0.44 }, { 'AlignLeft', 'AlignCenter', 'AlignLeft' }
  else
    rows, widths, aligns = { { left, right } }, { 0.55, 0.45 }, { 'AlignLeft', 'AlignLeft' }
  end
  local head = pandoc.List()
  for _ in ipairs(widths) do head:insert({}) end
  local plain = pandoc.SimpleTable({}, aligns, widths, head, rows)
  local made = pandoc.utils.from_simple_table(plain)
  made.head = pandoc.TableHead()
  local apart = class == 'caption' and '<w:p><w:pPr><w:spacing w:after="60"/></w:pPr></w:p>'
  local styled = pandoc.Div({ made }, pandoc.Attr('', {}, { ['custom-style'] = 'Single' }))
  return apart and { raw(apart), styled } or styled
end

function Div(div)
  local class = div.classes[1]
  if class == 'page-break' then
    return raw(typst and '#pagebreak(weak: true)' or '<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
  elseif PAIRS[class] then
    return side_by_side(class, child(div, 'left'), child(div, 'right'))
  elseif class == 'section' then
    return div.content
  elseif STYLES[class] ~= nil then
    if typst then
      local out = pandoc.Blocks({ raw('#' .. class .. '[') })
      out:extend(div.content); out:insert(raw(']'))
      return out
    elseif class == 'advised' then
      local first = div.content[1]
      if first and first.content then
        first.content:insert(1, pandoc.Space()); first.content:insert(1, pandoc.Str('____'))
      end
      div.attributes['custom-style'] = 'Client Text'
      return div
    elseif STYLES[class] then
      div.attributes['custom-style'] = STYLES[class]
      return div
    end
    return div.content
  end
end

function Span(span)
  local class = span.classes[1]
  if class == 'gap' then
    if typst then
      local out = pandoc.Inlines({ pandoc.RawInline('typst', '#gap[') })
      out:extend(span.content); out:insert(pandoc.RawInline('typst', ']'))
      return out
    end
    span.attributes['custom-style'] = 'Gap'
    return span
  elseif class == 'pin' then
    if not typst then return span.content end
    local out = pandoc.Inlines({ pandoc.RawInline('typst', '#pin[') })
    out:extend(span.content); out:insert(pandoc.RawInline('typst', ']'))
    return out
  elseif class == 'line' then
    if typst then
      local out = pandoc.Inlines({ pandoc.RawInline('typst', '#blank[') })
      out:extend(span.content); out:insert(pandoc.RawInline('typst', ']'))
      return out
    end
    local out = pandoc.Inlines({ pandoc.LineBreak(), pandoc.Str('______________________________'), pandoc.LineBreak() })
    out:extend(span.content)
    return out
  end
end

-- What is read as one word stays on one line: (Exhibit A), Form I-360.
function Inlines(inlines)
  for number = 2, #inlines - 1 do
    local before = inlines[number - 1]
    if inlines[number].t == 'Space' and before.t == 'Str' and before.text:match('^%(?Exhibits?$') or
      inlines[number].t == 'Space' and before.t == 'Str' and before.text == 'Form' then
      inlines[number] = pandoc.Str('\u{a0}')
    end
  end
  return inlines
end

-- A signature does not stand on a page by itself: the paragraph before it goes with it.
local function signed(block)
  if typst then return block.t == 'RawBlock' and (block.text:match('^#signatures?%[') or block.text == '#pair[') end
  local style = block.t == 'Div' and block.attributes['custom-style']
  return style == 'Signature Block' or style == 'Single' and block.content[1] and block.content[1].t == 'Table'
end

function Blocks(blocks)
  local out = pandoc.Blocks({})
  for number, block in ipairs(blocks) do
    local after = blocks[number + 1]
    if after and block.t == 'Para' and signed(after) then
      if typst then
        out:insert(raw('#together[')); out:insert(block); out:insert(raw(']'))
      else
        out:insert(pandoc.Div({ block }, pandoc.Attr('', {}, { ['custom-style'] = 'Last Paragraph' })))
      end
    else
      out:insert(block)
    end
  end
  return out
end

local ROMAN = { 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV' }

function Pandoc(doc)
  if not doc.meta.numbered then return doc end
  local count = 0
  return doc:walk({ Header = function(header)
    if header.level == 2 then
      count = count + 1
      header.content:insert(1, pandoc.Space()); header.content:insert(1, pandoc.Str(ROMAN[count] .. '.'))
      return header
    end
  end })
end
