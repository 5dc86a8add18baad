// What every page loads. An island does one thing for elements that ask for it; the page works without any.

import "htmx.org/dist/htmx.esm.js";
import "./menus";
import "./messages";
import "./capture"; // before the picker, which shows what a draft brings back
import "./picker";
import "./panel";
import "./board";
import "./sand";
import "./search";
