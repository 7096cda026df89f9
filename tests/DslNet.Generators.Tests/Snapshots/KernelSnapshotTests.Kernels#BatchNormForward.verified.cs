//HintName: BatchNormForward.g.cs

// BatchNorm1: y = x·scale + shift, then ReLU: 12 channels at 6 positions.
[Method__(OfOneSample)]
public static void BatchNorm1Forward(ref float x, ref float scale, ref float shift, ref float y)
{
	unchecked
	{
		Float__ scaleOf0 = Lanes__.Load(ref scale, 0), scaleOf1 = Lanes__.Load(ref scale, 8);
		Float__ shiftOf0 = Lanes__.Load(ref shift, 0), shiftOf1 = Lanes__.Load(ref shift, 8);
		{
			ref float atX = ref x;
			ref float atY = ref y;
			for (int position = 0; position < 6; position += 2)
			{
				Lanes__.StoreReLU(Lanes__.MultiplyAdd(Lanes__.Load(ref atX, 0), scaleOf0, shiftOf0), ref atY, 0);
				Lanes__.StoreReLU(Lanes__.MultiplyAdd(Lanes__.Load(ref atX, 8), scaleOf1, shiftOf1), ref atY, 8);
				Lanes__.StoreReLU(Lanes__.MultiplyAdd(Lanes__.Load(ref atX, 16), scaleOf0, shiftOf0), ref atY, 16);
				Lanes__.StoreReLU(Lanes__.MultiplyAdd(Lanes__.Load(ref atX, 24), scaleOf1, shiftOf1), ref atY, 24);
				atX = ref Place__.Add(ref atX, 32);
				atY = ref Place__.Add(ref atY, 32);
			}
		}
	}
}
