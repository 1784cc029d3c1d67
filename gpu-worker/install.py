"""Installs what lock.json names, to the byte. Needs Python's standard library, and git for packs.

  install.py packs  --to /comfyui/custom_nodes
  install.py models --to /comfyui/models z-image-turbo native     (names of profiles and removals, or: all)
  install.py check  --comfyui /comfyui

A file without a pinned revision and sha256 is refused: run pin.mjs first. Gated files need a Hugging Face token, in HF_TOKEN or in
/run/secrets/hf_token. HF_ENDPOINT names a mirror.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

LOCK = Path(__file__).with_name("lock.json")
SECRET = Path("/run/secrets/hf_token")
TRIES = 5
CHUNK = 8 * 1024 * 1024
START_SECONDS = 300


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lock", type=Path, default=LOCK)
    commands = parser.add_subparsers(dest="command", required=True)
    packs = commands.add_parser("packs")
    packs.add_argument("--to", type=Path, required=True)
    models = commands.add_parser("models")
    models.add_argument("--to", type=Path, required=True)
    models.add_argument("names", nargs="+")
    check = commands.add_parser("check")
    check.add_argument("--comfyui", type=Path, required=True)
    check.add_argument("--port", type=int, default=8199)
    options = parser.parse_args()
    lock = json.loads(options.lock.read_text(encoding="utf-8"))
    if options.command == "packs":
        install_packs(lock["packs"], options.to)
    elif options.command == "models":
        install_models(choose(lock["models"], options.names), options.to)
    else:
        check_comfyui(lock, options.comfyui, options.port)


def install_packs(packs, to):
    for pack in packs:
        folder = to / pack["name"]
        folder.mkdir(parents=True, exist_ok=True)
        git = ["git", "-C", str(folder)]
        subprocess.run([*git, "init", "--quiet"], check=True)
        subprocess.run([*git, "fetch", "--quiet", "--depth", "1", pack["repository"], pack["commit"]], check=True)
        subprocess.run([*git, "checkout", "--quiet", "--detach", pack["commit"]], check=True)
        print(f"{pack['name']} at {pack['commit']}", flush=True)
    # A pack's own requirements float and would replace the base's torch; these are what the nodes we use import.
    wheels = sorted({wheel for pack in packs for wheel in pack["python"]})
    if wheels:
        subprocess.run([sys.executable, "-m", "pip", "install", "--no-cache-dir", "--no-deps", *wheels], check=True)


def choose(models, names):
    known = {name for model in models for name in model["for"]}
    strangers = [name for name in names if name not in known and name != "all"]
    if strangers:
        sys.exit(f"lock.json has nothing for {', '.join(strangers)}; it has {', '.join(sorted(known))}.")
    return [model for model in models if "all" in names or set(names) & set(model["for"])]


def install_models(models, to):
    loose = [model["name"] for model in models if not model["revision"] or not model["sha256"]]
    if loose:
        sys.exit(f"Not pinned in lock.json: {', '.join(loose)}. Run `node gpu-worker/pin.mjs` with a network and commit the result.")
    for model in models:
        install_model(model, to / model["folder"] / model["name"])


def install_model(model, target):
    if target.is_file() and digest(target) == model["sha256"]:
        print(f"{target} is there", flush=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    for attempt in range(1, TRIES + 1):
        try:
            download(model, part)
            break
        except urllib.error.HTTPError as error:
            if error.code == 416:
                part.unlink(missing_ok=True)
            elif error.code < 500 and error.code != 429:
                sys.exit(explain(model, error))
            problem = error
        except OSError as error:
            problem = error
        print(f"{model['name']}, attempt {attempt} of {TRIES}: {problem}", flush=True)
        if attempt == TRIES:
            sys.exit(f"{model['name']} could not be downloaded.")
        time.sleep(2**attempt)
    found = digest(part)
    if found != model["sha256"]:
        part.unlink()
        sys.exit(f"{model['name']}: sha256 is {found}, but lock.json says {model['sha256']}.")
    part.replace(target)
    print(f"{target} {found}", flush=True)


def download(model, part):
    """Goes on where an earlier attempt broke off."""
    hub = os.environ.get("HF_ENDPOINT", "https://huggingface.co")
    path = urllib.parse.quote(model["path"])
    request = urllib.request.Request(f"{hub}/{model['repository']}/resolve/{model['revision']}/{path}")
    if token():
        # Unredirected: the hub sends us on to a store that must not see the token, and would refuse it.
        request.add_unredirected_header("Authorization", f"Bearer {token()}")
    have = part.stat().st_size if part.exists() else 0
    if have:
        request.add_header("Range", f"bytes={have}-")
    with urllib.request.urlopen(request, timeout=60) as response:
        with part.open("ab" if response.status == 206 else "wb") as file:
            while chunk := response.read(CHUNK):
                file.write(chunk)
    size = part.stat().st_size
    if model["size"] and size < model["size"]:
        raise OSError(f"broke off after {size} of {model['size']} bytes")


def explain(model, error):
    if error.code in (401, 403):
        page = f"https://huggingface.co/{model['repository']}"
        return f"{model['name']} is gated: accept its licence at {page} and give a token that may read it."
    return f"{model['name']}: the hub answered {error.code} for {model['repository']} at {model['revision']}."


def token():
    from_secret = SECRET.read_text(encoding="utf-8").strip() if SECRET.is_file() else ""
    return from_secret or os.environ.get("HF_TOKEN", "")


def digest(path):
    sha256 = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            sha256.update(chunk)
    return sha256.hexdigest()


def check_comfyui(lock, comfyui, port):
    """Starts ComfyUI without a GPU and asks it for every node, and for every locked file that lies in its models folder."""
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "main.py", "--cpu", "--listen", "127.0.0.1", "--port", str(port), "--disable-auto-launch"]
    process = subprocess.Popen(command, cwd=comfyui)
    try:
        wait_for(process, address)
        missing = missing_nodes(lock, address) + unseen_files(lock, comfyui, address)
    finally:
        process.kill()
        process.wait()
    if missing:
        sys.exit(f"ComfyUI does not show {', '.join(missing)}.")
    print("ComfyUI shows every node and every file of the lock that is here.", flush=True)


def wait_for(process, address):
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            ask(f"{address}/system_stats")
            return
        except OSError:
            time.sleep(0.5)
    sys.exit("ComfyUI did not start.")


def missing_nodes(lock, address):
    wanted = [*lock["base"]["nodes"], *(node for pack in lock["packs"] for node in pack["nodes"])]
    return [node for node in wanted if not ask(f"{address}/object_info/{node}")]


def unseen_files(lock, comfyui, address):
    served = ask(f"{address}/models")
    unseen = []
    for model in lock["models"]:
        # A pack registers its folder under a name of its own, in lower case; RMBG's lists no files.
        folder = next((name for name in (model["folder"], model["folder"].lower()) if name in served), None)
        is_here = (comfyui / "models" / model["folder"] / model["name"]).is_file()
        if folder and is_here and model["name"] not in ask(f"{address}/models/{folder}"):
            unseen.append(f"{model['folder']}/{model['name']}")
    return unseen


def ask(url):
    with urllib.request.urlopen(url, timeout=10) as response:
        return json.load(response)


if __name__ == "__main__":
    main()
