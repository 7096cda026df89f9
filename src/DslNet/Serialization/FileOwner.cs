using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DslNet;

/// <summary>The user and the group that a file belongs to, on Linux: .NET itself can neither tell nor set them.</summary>
internal readonly partial record struct FileOwner(uint User, uint Group)
{
    private const int CurrentFolder = -100;
    private const uint AskForUser = 0x8, AskForGroup = 0x10, Unchanged = uint.MaxValue;

    /// <summary>The owner of a file, or null where that is not to be known.</summary>
    public static FileOwner? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        try
        {
            return Ask(CurrentFolder, path, 0, AskForUser | AskForGroup, out Answer answer) == 0 ? new(answer.User, answer.Group) : null;
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            // A C library older than the call.
            return null;
        }
    }

    /// <summary>Gives a file to this owner, or at least to the group; whether the group is this one then.</summary>
    public bool TrySet(SafeFileHandle file) => Change(file, User, Group) == 0 || Change(file, Unchanged, Group) == 0;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Ask(int folder, string path, int flags, uint mask, out Answer answer);

    [LibraryImport("libc", EntryPoint = "fchown")]
    private static partial int Change(SafeFileHandle file, uint user, uint group);

    /// <summary>The kernel's struct statx, which is the same on all processors.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Answer
    {
        [FieldOffset(20)]
        public uint User;

        [FieldOffset(24)]
        public uint Group;
    }
}
