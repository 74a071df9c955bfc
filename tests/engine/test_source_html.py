"""HTML to text: what a reader would see of a part that only exists as HTML."""

from __future__ import annotations

import pytest

from tests.engine.source_reading import SourceReader, texts

READER = SourceReader()


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one<p>two", "one\n\ntwo"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("one<br>two<BR/>three", "one\ntwo\nthree"),
        ("<b>5.1</b>.1", "5.1.1"),
        ("  a \n\t b  ", "a b"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><th>c<th>d</table>", "a  b\nc  d"),
        ("<pre>a\n  b</pre> c  d", "a\n  b\n\nc d"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<head><title>t</title><style>p{}</style></head><body>x<script>1<2</script>y</body>", "xy"),
        ("a<!-- <p>no -->b<!--[if mso]>no<![endif]-->c<![if x]>d<![endif]>", "abcd"),
        (
            "&lt;taro@example.jp&gt; &amp; &quot;&#39;&#x5b9b;&#23451;&nbsp;&eacute;&copy;&#147;&ndash;",
            "<taro@example.jp> & \"'宛宛\xa0é©“–",
        ),
        ("a &nosuch; &amp b &ampx; 5 & 6 &#0;&#x110000;", "a &nosuch; & b &ampx; 5 & 6 \ufffd\ufffd"),
        ("mail to <taro@example.jp>: no", "mail to <taro@example.jp>: no"),
        ("1 < 2 <3 a<", "1 < 2 <3 a<"),
        ('<a title="a>b" href=x>t</a>', "t"),
        ("<p class='x>open", "open"),
        ("<script>never closed <p>550 no", "never closed\n\n550 no"),
        ("cut off in <b", "cut off in"),
        ("İ<script>x</script>y", "İy"),
        ("", ""),
        # What a reader doesn't see
        ("a<p hidden>no<p>no</p></p>b", "ab"),
        ('a<div style="color:red; Display : none">no<div>no</div></div>b', "ab"),
        ("a<span style=display:none>no</span>b<span style='display:nonesuch'>c</span>", "abc"),
        ('<img style="display:none">a<input hidden>b', "ab"),
        ('a <b title="a hidden one" aria-hidden=true>b</b>', "a b"),
        ("a<pre hidden>no</pre>b  c", "ab c"),
        ("a<svg><title>no</title><text>no</text></svg>b", "ab"),
        ("a <select><option>no<option>no</select>b", "a b"),
        ("a<textarea><b>no</textarea>b<noscript>no</noscript><object>no</object><template>no</template>c", "abc"),
        ("a<audio controls>no</audio><video>no</video><canvas>no</canvas><iframe><p>no</iframe>b", "ab"),
        # What never ends is shown
        ("a <p hidden>550 no", "a\n\n550 no"),
        ("a <!-- 550 no", "a <!-- 550 no"),
        ("a <svg> 550 <select>no", "a 550 no"),
        ("a <? 550 no", "a <? 550 no"),
        ("a <!doctype x> <!-- b --> c <!-- d", "a c <!-- d"),
        # Blocks, cells and words
        ("<dl><dt>a<dd>b</dl><figure>c<figcaption>d</figcaption></figure>e", "a\nb\nc\nd\ne"),
        ("<table><caption>c</caption><thead><tr><th>a</th><th>b</th></tr></thead></table>", "c\na  b"),
        ("<o:p>a</o:p><font>b</font> <tt>c</tt><wbr>d", "ab cd"),
        ("<table><tr><td>a<br>b</td><td><div>c</div></td></tr></table>", "a\nb\nc"),
    ],
)
def test_html_to_text(html: str, text: str) -> None:
    assert READER.call("Html", "htmlToText", html).strip("\n ") == text


def test_an_html_part_with_its_charset_inside() -> None:
    html = '<html><head><meta http-equiv=x content="text/html; charset=euc-kr"></head><body>받는</body></html>'
    raw = b"Received: x\nContent-Type: text/html\n\n" + html.encode("euc-kr")
    assert texts(READER.read(raw), "body") == ["받는"]


def test_html_under_a_wrong_type_is_still_html() -> None:
    raw = "Received: x\nContent-Type: text/plain\n\n<html><body><p>550</p></body></html>"
    assert texts(READER.read(raw), "body") == ["550"]
