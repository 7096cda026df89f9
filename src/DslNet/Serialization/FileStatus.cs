using System.Runtime.InteropServices;

namespace DslNet;

/// <summary>What Linux knows of a file and .NET does not tell: of which kind it is, and whose.</summary>
internal readonly partial record struct FileStatus(bool IsOrdinary, FileOwner Owner)
{
    private const int CurrentFolder = -100;
    private const uint AskForKind = 0x1, AskForUser = 0x8, AskForGroup = 0x10;
    private const int KindOfFile = 0xF000, OrdinaryFile = 0x8000;

    /// <summary>The status of what a path leads to, or null where there is nothing or it is not to be known.</summary>
    public static FileStatus? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        try
        {
            return Ask(CurrentFolder, path, 0, AskForKind | AskForUser | AskForGroup, out Answer answer) == 0
                ? new((answer.Mode & KindOfFile) == OrdinaryFile, new(answer.User, answer.Group))
                : null;
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            // A C library older than the call.
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Ask(int folder, string path, int flags, uint mask, out Answer answer);

    /// <summary>The kernel's struct statx, which is the same on all processors.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Answer
    {
        [FieldOffset(20)]
        public uint User;

        [FieldOffset(24)]
        public uint Group;

        [FieldOffset(28)]
        public ushort Mode;
    }
}
