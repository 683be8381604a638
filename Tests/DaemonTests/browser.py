# Reads pages as a person would, in headless Chromium: browser.py CHROMIUM AXE <JOBS.
#
# JOBS is a JSON list of {"page", "width", "dark", "axe", "question", "shot", "print"}: a file's URL, how many pixels wide the window is,
# whether the night is on, whether axe-core judges it, JavaScript to answer, and where a picture and a PDF go. The answer is a list of
# what was seen of each: {"milliseconds", "width", "openWidth", "hiddenOnPaper", "violations", "answer", "requests", "console"}.
# Chromium is driven by the DevTools protocol over its pipe (file descriptors 3 and 4, each message ended by a NUL): no port is open.
import base64
import json
import os
import signal
import subprocess
import sys
import tempfile
import time


class Browser:
    def __init__(self, program):
        # They must not be 3 and 4 themselves: what is put there is put over them.
        os.dup2(2, 3), os.dup2(2, 4)
        inward, self.out = os.pipe()
        self.inward, outward = os.pipe()
        self.profile = tempfile.TemporaryDirectory()

        def ends():
            os.dup2(inward, 3)
            os.dup2(outward, 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run",
             "--force-device-scale-factor=1", "--remote-debugging-pipe", f"--user-data-dir={self.profile.name}", "about:blank"],
            # It forgets folders of its own, so they lie in the one that is removed.
            env={**os.environ, "TMPDIR": self.profile.name}, preexec_fn=ends, pass_fds=(3, 4),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(inward), os.close(outward)
        self.number, self.rest, self.events = 0, b"", []

    def read(self):
        while b"\0" not in self.rest:
            more = os.read(self.inward, 1 << 20)
            if not more:
                raise EOFError("Chromium ended")
            self.rest += more
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def ask(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        while not any(event["method"] == method for event in self.events):
            self.events.append(self.read())

    def end(self):
        self.process.terminate()
        self.process.wait()
        # Its children end a moment later, and may still write there.
        for attempt in range(100):
            try:
                return self.profile.cleanup()
            except OSError:
                time.sleep(0.1)
        raise TimeoutError(f"{self.profile.name} can't be removed")


def see(browser, axe, job):
    target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
    session = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def ask(method, **parameters):
        return browser.ask(method, session, **parameters)

    def value(expression):
        answer = ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"]))
        return answer["result"].get("value")

    for domain in ["Page", "Runtime", "Log", "Network"]:
        ask(f"{domain}.enable")
    ask("Emulation.setDeviceMetricsOverride", width=job["width"], height=900, deviceScaleFactor=1, mobile=job["width"] < 600)
    features = [{"name": "prefers-color-scheme", "value": "dark" if job.get("dark") else "light"}]
    ask("Emulation.setEmulatedMedia", media="", features=features)
    browser.events = []
    start = time.monotonic()
    ask("Page.navigate", url=job["page"])
    browser.wait("Page.loadEventFired")
    # Two frames: what is laid out and painted is what a person sees.
    value("new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(() => seen(1))))")
    seen = {"milliseconds": round(1000 * (time.monotonic() - start))}
    seen["width"] = value("document.documentElement.scrollWidth")
    value("document.querySelectorAll('details').forEach(details => { details.open = true })")
    seen["openWidth"] = value("document.documentElement.scrollWidth")
    seen["answer"] = value(job["question"]) if "question" in job else None
    if job.get("axe", True):
        # What DevTools evaluates is not held to the page's own policy.
        value(axe + ";1")
        seen["violations"] = value(
            "axe.run({resultTypes: ['violations', 'incomplete']}).then(found => found.violations.concat(found.incomplete)"
            # Of a text in a picture axe can't see what is behind it: the caller asks for that.
            ".map(one => ({id: one.id + ': ' + one.help, nodes: one.nodes.map(node => node.html.slice(0, 200)).filter(html => !html.startsWith('<text'))}))"
            ".filter(one => one.nodes.length).map(one => one.id + ' ' + one.nodes.slice(0, 3).join(' | ')))")
    else:
        seen["violations"] = []
    if job.get("shot"):
        value("document.querySelectorAll('details').forEach((details, index) => { details.open = index == 0 })")
        height = min(value("document.documentElement.scrollHeight"), 8000)
        ask("Emulation.setDeviceMetricsOverride", width=job["width"], height=height, deviceScaleFactor=job.get("scale", 1), mobile=False)
        with open(job["shot"], "wb") as file:
            file.write(base64.b64decode(ask("Page.captureScreenshot", format="png")["data"]))
    value("document.querySelectorAll('details').forEach(details => { details.open = false })")
    ask("Emulation.setEmulatedMedia", media="print", features=features)
    seen["hiddenOnPaper"] = value("[...document.querySelectorAll('details > *')].filter(one => !one.checkVisibility()).length")
    if job.get("print"):
        pdf = base64.b64decode(ask("Page.printToPDF", preferCSSPageSize=True)["data"])
        with open(job["print"], "wb") as file:
            file.write(pdf)
    seen["requests"] = [
        event["params"]["request"]["url"][:200] for event in browser.events if event["method"] == "Network.requestWillBeSent"]
    seen["console"] = [
        json.dumps(event["params"])[:500] for event in browser.events
        if event["method"] in ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")]
    ask("Page.close")
    return seen


signal.alarm(300)  # A browser that hangs ends as a failure.
program, axe = sys.argv[1:]
with open(axe, encoding="utf-8") as file:
    axe = file.read()
browser = Browser(program)
try:
    answers = [see(browser, axe, job) for job in json.load(sys.stdin)]
finally:
    browser.end()
json.dump(answers, sys.stdout)
