//HintName: MemberElementwise.g.cs

// Tanh1: y = Tanh(x), in place: 33 values of each member.
[Method__(Optimized)]
public static void Tanh1Forward(ref float y)
{
	unchecked
	{
		for (int i = 0; i < 528; i += 8)
		{
			Float__ yHere = Lanes__.Load(ref y, i);
			Lanes__.Store(Math__.Tanh(yHere), ref y, i);
		}
	}
}
