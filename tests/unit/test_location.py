"""Where a workspace may live: forms of paths as offices have them, told apart without the machines."""

from __future__ import annotations

import pytest

from db.location import Machine, Place, classify

REMOTE, REMOVABLE, FIXED = 4, 2, 3
WINDOWS = Machine(
    True,
    lambda root: {"Z:\\": REMOTE, "U:\\": REMOVABLE}.get(root.upper(), FIXED),
    environment={"OneDrive": r"C:\Users\zhang\OneDrive", "OneDriveCommercial": r"D:\云\办公室 文件"},
)
MOUNTS = r"""
/dev/vda / ext4 rw 0 0
//nas/desk /mnt/nas cifs rw 0 0
nas:/desk /mnt/nfs nfs4 rw 0 0
//nas/two /mnt/two\040words smb3 rw 0 0
zhang@host: /home/zhang/remote fuse.sshfs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
/dev/sdb1 /media/zhang/USB vfat rw 0 0
/dev/sdc1 /run/media/zhang/盘 exfat rw 0 0
tmpfs /tmp tmpfs rw 0 0
/dev/vdb /mnt/nas/inner ext4 rw 0 0
"""
LINUX = Machine(False, mounts=MOUNTS, environment={"OneDrive": ""})


@pytest.mark.parametrize(
    "folder",
    [
        r"\\nas\desk\工作区",
        "//nas/desk/工作区",
        r"\\?\UNC\nas\desk",
        r"\\.\UNC\nas\desk",
        r"\\192.168.1.8\d$\工作区",
        r"Z:\工作区",
        "z:/工作区",
        r"\\?\Z:\工作区",
    ],
)
def test_network_paths_of_windows_are_recognised(folder: str) -> None:
    assert classify(folder, WINDOWS).place is Place.NETWORK


@pytest.mark.parametrize(
    "folder",
    [
        r"C:\Users\zhang\OneDrive\工作区",
        r"c:\users\ZHANG\onedrive",
        "C:/Users/zhang/OneDrive/文档/工作区",
        r"D:\云\办公室 文件\工作区",
        r"C:\Users\li\OneDrive - 某单位\工作区",
        r"D:\坚果云\工作区",
        r"D:\我的坚果云\月报\工作区",
        r"C:\Users\li\Nutstore Files\工作区",
        r"C:\Users\li\Dropbox\工作区",
        r"D:\BaiduSyncdisk\工作区",
        r"C:\Users\li\WPS云盘\工作区",
        r"C:\Users\li\iCloudDrive\工作区",
    ],
)
def test_synchronised_folders_are_recognised(folder: str) -> None:
    assert classify(folder, WINDOWS).place is Place.SYNCED


@pytest.mark.parametrize(
    "folder",
    [
        "/mnt/nas/工作区",
        "/mnt/nfs",
        "/mnt/two words/工作区",
        "/home/zhang/remote/a",
        "/run/user/1000/gvfs/smb:nas",
    ],
)
def test_network_mounts_of_linux_are_recognised(folder: str) -> None:
    assert classify(folder, LINUX).place is Place.NETWORK


@pytest.mark.parametrize(
    ("folder", "machine"), [("U:\\工作区", WINDOWS), ("/media/zhang/USB/a", LINUX), ("/run/media/zhang/盘/a", LINUX)]
)
def test_a_stick_is_recognised(folder: str, machine: Machine) -> None:
    assert classify(folder, machine).place is Place.REMOVABLE


@pytest.mark.parametrize(
    ("folder", "machine"),
    [
        (r"C:\Users\zhang\AppData\Local\tongchoutai\workspace", WINDOWS),
        (r"C:\Users\zhang\OneDriveBackup\a", WINDOWS),
        (r"\\?\C:\Users\zhang\a", WINDOWS),
        ("/home/zhang/.local/share/tongchoutai", LINUX),
        ("/tmp/a", LINUX),
        ("/mnt/nas/inner/a", LINUX),
        ("/mnt/nasty/a", LINUX),
        ("/home/zhang/同步/a", LINUX),
    ],
)
def test_a_place_on_this_machine_is_left_alone(folder: str, machine: Machine) -> None:
    assert classify(folder, machine).place is Place.LOCAL
