import { checkResults } from "./check";
import { showCheckIn } from "./check-in";
import { askBeforeSending } from "./confirm";
import { copyText } from "./copy";
import { makeFiles } from "./files";
import { filterNames } from "./filter";
import { bringRegistersIn } from "./intake";
import { sendOnce } from "./once";
import { takePhotographs } from "./photographs";
import { printPage } from "./print";
import { drawCodes } from "./qr";
import { callRolls, forgetRolls } from "./roll";
import { searchBySlash } from "./search";

// Comfort only: every page works without. A confirmation must be asked before a form counts as sent.
askBeforeSending();
sendOnce();
copyText();
printPage();
filterNames();
drawCodes();
searchBySlash();
makeFiles();
bringRegistersIn();
callRolls();
forgetRolls();
showCheckIn();
checkResults();
takePhotographs();
